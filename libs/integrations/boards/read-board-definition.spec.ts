import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boardTemplates, deferralCauses, disciplines, documentKinds, holidayRules, suspendReasons, waitingClockCodes, waitingPauseReasons, type BoardDefinition } from '#domain';
import { has } from '#locales';
import { ofMeaning, readBoardDefinition, readBoardFile } from './read-board-definition.js';
import { sayBoardFault } from './say-board-fault.js';
import schema from './board-definition.schema.json' with { type: 'json' };

const setting = { id: 'b', hostInstitutionId: 'shanghai', partnerInstitutionIds: ['astana'], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' } } as const;
const boards = Object.entries(boardTemplates).map(([code, make]) => [code, make(setting)] as const);
const breast = boardTemplates.breast(setting);
/** A definition as a file has it, changed by hand. */
type Loose = object;
const changed = (change: (board: Loose) => void): unknown => { const copy = structuredClone<object>(breast); change(copy); return copy; };
const put = (path: string, value: unknown) => changed((board) => {
  const parts = path.split('/').slice(1);
  const last = parts.pop() ?? '';
  const holder = parts.reduce<Loose>((within, part) => Reflect.get(within, part) as Loose, board);
  if (value === undefined) Reflect.deleteProperty(holder, last); else Reflect.set(holder, last, value);
});
const said = (given: unknown): readonly string[] => { const read = readBoardDefinition(given); return read.ok ? [] : read.faults.map((fault) => `${fault.at} ${fault.code}`); };

describe('a definition from outside', () => {
  it('has a place for each discipline\'s opinion form', () => expect(Object.keys(schema.properties.opinionForms.properties).sort()).toEqual([...disciplines].sort()));

  it.each(boards)('%s, as it is brought along, is one', (_code, board) => {
    expect(readBoardDefinition(board)).toEqual({ ok: true, definition: board });
    expect(readBoardFile(`\uFEFF${JSON.stringify(board)}`)).toMatchObject({ ok: true });
  });

  it.each<[path: string, value: unknown, faults: readonly string[]]>([
    ['/quorum/minimumSpecialties', 0, ['/quorum/minimumSpecialties tooSmall']],
    ['/quorum/requiredDisciplines/1', 'alchemy', ['/quorum/requiredDisciplines/1 notInList']],
    ['/quorum/requiredDisciplines/1', 'surgery', ['/quorum/requiredDisciplines twice']],
    ['/quorum', undefined, ['/quorum missing']],
    ['/quorums', {}, ['/quorums unknown']],
    ['/opinionForms', { nursing: boards[0]?.[1].imagingForm }, []],
    ['/opinionForms', { alchemy: boards[0]?.[1].imagingForm }, ['/opinionForms/alchemy unknown']],
    ['/name', {}, ['/name empty']],
    ['/name/EN', 'Breast', ['/name/EN pattern']],
    ['/series/localTime', '25:00', ['/series/localTime pattern']],
    ['/series/rhythm', { every: 'twoWeeks' }, ['/series/rhythm/from missing']],
    ['/followUpDays', [14, 'soon'], ['/followUpDays/1 type']],
    ['/tumorTypes/0/items/0/domain', 'astrology', ['/tumorTypes/0/items/0/domain notInList']],
    ['/pathologyForm/sections/0/fields/1/options', undefined, ['/pathologyForm/sections/0/fields/1/options missing']],
    ['/ladders/sign/rungs/0/tells', [], ['/ladders/sign/rungs/0/tells empty']],
    ['/ladders/sign', undefined, ['/ladders/sign missing']],
    ['/waitingTimes/0/amber', 0.95, ['/waitingTimes/referralToDiagnosis amberBeforeRedBeforeTheLastDay']],
    ['/letter', { parts: ['board', 'diagnosis', 'text:reach', 'participants'], texts: [{ id: 'reach', title: { en: 'How to reach us' }, text: { en: 'By telephone.', he: 'בטלפון.' } }] }, []],
    ['/letter', { parts: ['diagnosis', 'board', 'text:reach'] }, ['/letter/parts/participants canTBeLeftOut', '/letter/parts/text:reach noPartOfALetter']],
    ['/letter', { parts: ['diagnosis', 'board', 'participants'], texts: [{ id: 'reach', title: { en: 'x' }, text: { he: 'x' } }] }, ['/letter/texts/reach noEnglish']],
    ['/partnerInstitutionIds/0', 'shanghai', ['/partnerInstitutionIds theHostItself']],
    ['/tumorTypes/0/items/0/id', 'horoscope', ['/tumorTypes/breast/horoscope nothingAnswersIt']],
    ['/imagingForm/sections/0/fields/5/id', 'quality', ['/imaging-breast/quality twoFieldsOfOneId']],
    ['/imagingForm/sections/0/fields/5/showWhen', { field: 'nobody', is: ['yes'] }, ['/imaging-breast/missing dependsOnNoField']],
    ['/imagingForm/sections/0/fields/5/showWhen', { field: 'quality', is: ['superb'] }, ['/imaging-breast/missing dependsOnACodeThatCanTBeChosen']],
    ['/imagingForm/sections/0/fields/5/id', 'horoscope', ['/imagingForm/sections/0/fields/5/label noWords']],
    ['/imagingForm/sections/1/fields/2/options/4', 'e', ['/imagingForm/sections/1/fields/2/optionLabels/e noWords']],
  ])('with %s as %j is refused, and says where and why', (path, value, faults) => expect(said(put(path, value))).toEqual(faults));

  it('takes a hospital\'s own field with words of its own', () =>
    expect(said(put('/imagingForm/sections/0/fields/6', { id: 'roomOfScan', kind: 'choice', options: ['north', 'south'], label: { en: 'Room of the scan' }, optionLabels: { north: { en: 'north' }, south: { en: 'south' } } }))).toEqual([]));

  it('that is no JSON, or nothing, is refused', () => {
    expect(readBoardFile('{"id":')).toEqual({ ok: false, faults: [{ at: '', code: 'notJson', facts: {} }] });
    expect(said(null)).toEqual(['/ type']);
  });
});

describe('the schema', () => {
  it('knows every code of the product, and no other', () => {
    const enumOf = (at: string): unknown => at.split('/').reduce<unknown>((within, part) => Reflect.get(within as object, part), schema);
    expect(enumOf('properties/quorum/properties/requiredDisciplines/items/enum')).toEqual(disciplines);
    expect(enumOf('properties/deferralCauses/items/enum')).toEqual(deferralCauses);
    expect(enumOf('properties/suspensionsStopClock/items/enum')).toEqual(suspendReasons);
    expect(enumOf('$defs/item/properties/documentKinds/items/enum')).toEqual(documentKinds);
    expect(enumOf('$defs/waitingClock/properties/code/enum')).toEqual(waitingClockCodes);
    expect(enumOf('$defs/waitingClock/properties/pausedBy/items/enum')).toEqual(waitingPauseReasons);
    expect(enumOf('$defs/series/properties/onHostHoliday/enum')).toEqual(holidayRules);
  });

  it('lets through nothing that it doesn\'t know, wherever it stands', () => {
    const objects: [string, object][] = [];
    const walk = (value: unknown, at: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) objects.push([at, value]);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${at}/${key}`);
    };
    walk(breast satisfies BoardDefinition, '');
    // open by their nature: words by language, ladders by task kind
    const open = /^(\/name|\/ladders|.*\/(label|optionLabels)(\/[^/]*)?)$/;
    const through = objects.filter(([at]) => !open.test(at)).filter(([at]) => !said(put(`${at}/NONSENSE`, 1)).includes(`${at}/NONSENSE unknown`)).map(([at]) => at);
    expect(through).toEqual([]);
  });
});

describe('words of faults', () => {
  const sources = ['libs/domain/boards/faults.ts', 'libs/domain/boards/form-faults.ts'].map((file) => readFileSync(join(process.cwd(), file), 'utf8'));
  const meanings = sources.flatMap((text) => [...text.matchAll(/['`][^'`\s]*: ([a-z][^`\\]*?)(?:`|'\])/g)].map(([, words]) => ofMeaning(`x: ${words ?? ''}`).code));
  const shapes = ['notJson', 'missing', 'unknown', 'type', 'notInList', 'tooSmall', 'notAbove', 'tooLarge', 'empty', 'tooMany', 'twice', 'pattern', 'other', 'noWords'];
  it('are looked for in the sources', () => expect(meanings.length).toBeGreaterThan(12));
  it.each(['en', 'he'])('are there for each in %s', (lang) => {
    expect([...meanings, ...shapes].filter((code) => !has(lang, `problems.boardFault.${code}`))).toEqual([]);
    expect(sayBoardFault({ at: '/', code: 'tooSmall', facts: { limit: 1 } }, lang)).toContain('1');
  });
});
