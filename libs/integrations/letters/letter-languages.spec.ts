import { jest } from '@jest/globals';
import type { LetterLanguage } from '../wording/words.js';
import { labelsOf } from './catalogue.js';
import type { LetterContent, LetterFact } from './content.js';
import { TypstLetterRenderer } from './letter-renderer.js';
import { linesOf, readDrawn } from './read-pdf.fixture.js';
import { storyLetter } from './story.fixture.js';

// each letter starts a process: slow on a busy machine
jest.setTimeout(30_000);

const renderer = new TypstLetterRenderer();
async function read(content: LetterContent): Promise<string> {
  const result = await renderer.render(content);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return linesOf(readDrawn(result.letter.pdf)).join(' ').replace(/[\s\u00a0]+/g, ' ');
}
const mirrored = (text: string): string => Array.from(text).reverse().join('');
/** On paper Hebrew letters stand from right to left, and a long sentence is broken: each of its words is looked for. */
const shows = (page: string, words: string, language: LetterLanguage): void => {
  if (language === 'he') return words.split(/[\s,.:;()]+/).filter((word) => /^[\u05d0-\u05ea־׳״]+$/.test(word)).forEach((word) => expect(page).toContain(mirrored(word)));
  // Chinese is broken anywhere, other languages between words
  expect(page.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
};

const facts: readonly LetterFact[] = [
  { kind: 'grade', code: 'high' }, { kind: 'margins', code: 'R1' }, { kind: 'huvos', code: 'III' }, { kind: 'size', millimetres: '23' }, { kind: 'stage', tnm: 'cT2 N1 M0', edition: '8' },
];
const question = 'Seen on 03-Mar-1961: cT2 N1 M0, 23 mm, T2 N0 M0, 3-5 mm, +7 (700) 555-0142, HUVOS III (90%), 05-Apr-2008, Dr Li (Shanghai).';
const asked: Readonly<Record<LetterLanguage, string>> = {
  en: question, ru: question.replace('Seen on', 'Осмотр'), kk: question.replace('Seen on', 'Қаралды'), zh: question.replace('Seen on', '就诊于'), he: question.replace('Seen on', 'נבדקה ביום').replace(':', ' וגם'),
};
const values = ['03-Mar-1961', 'cT2 N1 M0', 'T2 N0 M0', '3-5 mm', '+7 (700) 555-0142', 'HUVOS III (90%)', '05-Apr-2008', 'Dr Li (Shanghai)'];
const names: Readonly<Record<LetterLanguage, string>> = { en: 'Нурбек', ru: 'Ң Ө Ү', kk: 'Әлия Ғабитқызы Қуаныш Ңұсқа Өмір Ұлан Үміт Һ І', zh: '欧阳若兰', he: 'Асан уулу Тимур' };
const manyTreatments = Array.from({ length: 40 }, (_, n) => ({ country: 'kr', institution: `Centre ${n + 1}`, from: '2020-01', to: null, kind: 'systemicTherapy', what: `Line${n + 1}`, result: null }));

const letterIn = (language: LetterLanguage, more: Partial<LetterContent> = {}): LetterContent => storyLetter(language, {
  patient: { ...storyLetter().patient, born: { kind: 'date', date: '1961-03-03' }, identifier: { kind: 'passport', value: 'N 0142' }, name: { original: names[language], transliteration: 'NAME Given' } },
  question: { language, text: asked[language] }, diagnosisFacts: facts, findings: [{ discipline: 'pathology', prose: { language: 'en', text: 'Core biopsy.' }, facts }], treatments: manyTreatments, ...more,
});

describe.each(['en', 'ru', 'kk', 'zh', 'he'] as const)('a letter in %s', (language) => {
  const labels = labelsOf(language);

  it('has every value whole, every code in its words, forty treatments, and no gap', async () => {
    const page = await read(letterIn(language));
    for (const value of [...values, 'C-2024-0031', '(UTC+8)', 'N 0142', 'HUVOS III', 'R1', labels.facts.millimetres.replace('{{size}}', '23'), names[language]]) {
      expect(page.replaceAll(' ', '')).toContain(value.replaceAll(' ', ''));
    }
    for (const words of [labels.title, labels.countries.kr, labels.treatmentKinds.systemicTherapy, labels.identifierKinds.passport, labels.grades.high, labels.disciplines.radiationOncology, labels.modalities.systemicTherapy, labels.intents.curative, labels.sides.left, labels.freedom]) shows(page, words, language);
    for (let n = 1; n <= 40; n += 1) expect(page.match(new RegExp(`Line${n}(?!\\d)`, 'g'))).toHaveLength(1);
    expect(page).not.toMatch(/null|undefined|\{\{|\ufffd|systemicTherapy|palliativeCare/);
  });

  it('says what was weighed, what is awaited and would change, whether it can be done at home, and that a translation is not verified', async () => {
    const words = (text: string) => ({ text, language: 'en' });
    const { outcome } = storyLetter();
    const page = await read(letterIn(language, {
      treatments: [], unverifiedTranslations: 1, findings: [{ discipline: 'surgery', prose: words('Fit.'), facts: [{ kind: 'score', code: 'msts', value: '24' }, { kind: 'score', code: 'stageGroup', value: 'IIB' }] }],
      outcome: {
        ...outcome, feasible: 'no', options: [{ option: words('Amputation first'), speaksFor: words('Wide margins'), speaksAgainst: words('Loss of the limb') }, { option: words('Radiotherapy alone'), speaksFor: null, speaksAgainst: null }],
        pending: [{ result: words('MDM2 amplification'), wouldChange: words('No chemotherapy then'), owner: 'Dr Chen Hao', due: '2024-02-12' }],
      },
    }));
    const number = (label: string, n: number): string => label.replace('{{n}}', String(n));
    for (const label of [labels.feasible, number(labels.option, 1), number(labels.optionFor, 1), number(labels.optionAgainst, 1), number(labels.option, 2), labels.pending, labels.pendingChanges, labels.translations, labels.translationsNotVerified, labels.scores.stageGroup]) shows(page, label, language);
    for (const value of ['Amputation first', 'Wide margins', 'Loss of the limb', 'Radiotherapy alone', 'MDM2 amplification', 'No chemotherapy then', 'Dr Chen Hao', 'MSTS', '24', 'IIB']) expect(page).toContain(value);
    expect(page).not.toMatch(/null|undefined|\{\{|\ufffd/);
    // a second option without reasons has no line for them
    if (language === 'en') expect(page).not.toContain(number(labels.optionFor, 2));
    const verified = await read(letterIn(language, { treatments: [], outcome }));
    if (language !== 'he') expect(verified.replaceAll(' ', '')).not.toContain(labels.translationsNotVerified.replaceAll(' ', ''));
  });

  it('for the patient says the same in plain words, marked as such, and explains the codes that it has', async () => {
    const page = await read(letterIn(language, { reader: 'patient' }));
    const { plain } = labels;
    for (const words of [plain.mark, plain.title, plain.stageMeans, plain.gradeMeans, plain.modalities.surgery, plain.modalities.systemicTherapy, plain.intents.curative, plain.disagreedText, ...plain.youText, plain.foot, labels.freedom]) shows(page, words, language);
    for (const value of ['cT2 N1 M0', 'Neoadjuvant chemotherapy', 'C-2024-0031', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08']) expect(page).toContain(value);
    // no table of treatments, no margins, and nobody's reasons for a dissent
    expect(page).not.toMatch(/Line1|R1|Preoperative radiotherapy|null|undefined|\{\{|\ufffd/);
  });

  it('for the patient says which ways were weighed, what is still awaited, and that it cannot all be done at home', async () => {
    const words = (text: string) => ({ text, language: 'en' });
    const { outcome } = storyLetter();
    const page = await read(letterIn(language, { reader: 'patient', outcome: {
      ...outcome, feasible: 'no', options: [{ option: words('Amputation first'), speaksFor: words('Wide margins'), speaksAgainst: words('Loss of the limb') }, { option: words('Radiotherapy alone'), speaksFor: null, speaksAgainst: null }],
      pending: [{ result: words('MDM2 amplification'), wouldChange: words('No chemotherapy then'), owner: 'Dr Chen Hao', due: '2024-02-12' }],
    } }));
    const { plain } = labels;
    for (const sentence of [plain.ways, plain.waysText, plain.way.replace('{{n}}', '2'), plain.awaited, plain.awaitedText, plain.notAtHome, plain.otherwise]) shows(page, sentence, language);
    for (const value of ['Amputation first', 'Radiotherapy alone', 'MDM2 amplification', 'Second-line chemotherapy in Astana']) expect(page).toContain(value);
    // reasons for and against, and what a result would change, are the clinical letter's
    expect(page).not.toMatch(/Wide margins|Loss of the limb|No chemotherapy then|Dr Chen Hao, by|null|undefined|\{\{|\ufffd/);
    expect(await read(letterIn(language, { reader: 'patient', treatments: [] }))).not.toContain('Amputation first');
  });

  it('that was called back says so on each page of its copy: when, why, and what takes its place; the original stands under it', async () => {
    const original = await renderer.render(letterIn(language));
    if (!original.ok) throw new Error('not rendered');
    const mark = { language, caseNumber: 'C-2024-0031', recalledAt: '2024-02-20T02:00:00.000Z', reason: 'wrongContent', discussedAgain: false, place: { name: 'Shanghai', zone: 'Asia/Shanghai' } } as const;
    const { pdf, pages } = original.letter;
    const [awaited, replaced] = await Promise.all([null, '2024-02-26T02:00:00.000Z'].map((replacedAt) => renderer.mark(pdf, { ...mark, replacedAt })));
    if (awaited?.ok !== true || replaced?.ok !== true) throw new Error('not marked');
    expect([awaited.letter.pages, pages > 1]).toEqual([pages, true]);
    const drawn = readDrawn(awaited.letter.pdf);
    const { recalled } = labels;
    for (let page = 1; page <= pages; page += 1) {
      const text = linesOf(drawn.filter((piece) => piece.page === page)).join(' ');
      for (const words of [recalled.mark, recalled.reasons.wrongContent, recalled.next.newLetter]) shows(text, words, language);
      expect(text).toContain('20');
    }
    const later = linesOf(readDrawn(replaced.letter.pdf)).join(' ');
    expect(later.replaceAll(' ', '')).toContain('C-2024-0031');
    expect(later).toContain('26');
    if (language !== 'he') expect(later.replaceAll(' ', '')).not.toContain(recalled.next.newLetter.replaceAll(' ', ''));
    expect((await renderer.mark(pdf, { ...mark, replacedAt: null }))).toMatchObject({ ok: true, letter: { sha256: awaited.letter.sha256 } });
  });

  it('with nothing optional leaves no gap', async () => {
    const { outcome } = storyLetter();
    const bare = { rationale: null, guideline: null, conditions: null, alternative: null, responsible: null, due: null, intent: null, laterality: null } as const;
    const page = await read(letterIn(language, { reader: language === 'ru' ? 'patient' : 'clinician', treatments: [], findings: [], dissents: [], diagnosisFacts: [], diagnosis: { text: '', language: 'en' }, outcome: { ...outcome, ...bare, modalities: [] } }));
    expect(page).not.toMatch(/null|undefined|\{\{|\ufffd/);
  });
});
