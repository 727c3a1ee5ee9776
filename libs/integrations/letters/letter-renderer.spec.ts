import { jest } from '@jest/globals';
import type { WrittenLanguage } from '../wording/words.js';
import type { LetterContent } from './content.js';
import { TypstLetterRenderer, type Letter } from './letter-renderer.js';
import { linesOf, readDrawn } from './read-pdf.fixture.js';
import { storyLetter } from './story.fixture.js';

// each letter starts a process: slow on a busy machine
jest.setTimeout(30_000);

const renderer = new TypstLetterRenderer();

async function rendered(content: LetterContent): Promise<Letter> {
  const result = await renderer.render(content);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.letter;
}
/** All that is on the pages, lines joined by spaces, so that a broken line is no missing value. */
async function read(content: LetterContent): Promise<string> {
  return linesOf(readDrawn((await rendered(content)).pdf)).join(' ').replace(/\s+/g, ' ');
}
const named = (original: string, language: WrittenLanguage = 'en'): LetterContent =>
  storyLetter(language, { patient: { ...storyLetter().patient, name: { original, transliteration: null } } });
const mirrored = (text: string): string => Array.from(text).reverse().join('');

describe('a letter says everything', () => {
  it.each([
    ['en', ['Tumor board recommendation', '05-Feb-2024', 'Sep-2001', 'Sun 04-Feb-2024 14:00, Shanghai (UTC+8)', 'Sun 04-Feb-2024 12:00, Astana (UTC+6)', 'systemic therapy, surgery', 'radiation oncology', '19-Feb-2024', 'Asked: no known allergies.', 'The treating clinician keeps the final decision.', 'Jul-2023 – Sep-2023', 'Signed electronically Mon 05-Feb-2024 09:12']],
    ['ru', ['Рекомендация онкологического консилиума', '5 февраля 2024 г.', 'сентябрь 2001 г.', 'вс, 4 февраля 2024 г., 14:00, Shanghai (UTC+8)', 'лекарственная терапия, операция', 'лучевая терапия', '19 февраля 2024 г.', 'известных аллергий нет', 'Окончательное решение остаётся за лечащим врачом', 'Особое мнение']],
  ] as const)('in %s', async (language, words) => {
    const text = await read(storyLetter(language));
    const values = ['C-2024-0031', 'Shanghai General Hospital', 'Ахметова Айгүл Серікқызы', 'AKHMETOVA Aigul', '010914650321', 'Dr Nurlan Omarov', 'Can the limb be saved', 'zones I and II', 'Neoadjuvant chemotherapy', 'ESMO-EURACAN bone sarcomas, 2021', 'Cardiac and hearing baseline', 'Preoperative radiotherapy should be offered first.', 'HUVOS I (40%)', '170 × 140 × 120 mm', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'];
    for (const value of [...words, ...values]) expect(text).toContain(value);
    expect(text).not.toMatch(/null|undefined|\{\{|\ufffd/);
  });

  it('obeys the board\'s order, leaves out what it leaves out, and sets its own words; an unverified translation is said all the same', async () => {
    const own = { title: 'How to reach us', prose: { text: 'Ring the coordinator: +86 21 5550 0100.', language: 'en' } };
    const text = await read(storyLetter('en', { layout: [own, 'participants', 'board', 'diagnosis'], unverifiedTranslations: 1 }));
    const places = ['Neoadjuvant chemotherapy', 'How to reach us', '+86 21 5550 0100', 'Dr Wang Min', 'Astana (UTC+6)', 'acetabulum (zones I and II)', 'verif'].map((word) => text.indexOf(word));
    expect(places).toEqual([...places].filter((place) => place > 0).sort((a, b) => a - b));
    expect(text).not.toMatch(/Can the limb be saved|Doxorubicin|external iliac vessels/);
  });

  it('states what is not known instead of leaving it out', async () => {
    const patient = { name: null, born: null, sex: 'unknown', identifier: null, allergies: { state: 'notAsked' } } as const;
    const text = await read(storyLetter('en', { patient, dissents: [], treatments: [{ ...storyLetter().treatments[0], country: 'Russia', institution: 'X', from: null, to: null, what: 'Surgery', result: null }] }));
    expect(text).toContain('Not asked: nothing is known about allergies.');
    expect(text).toContain('No dissent and no abstention were recorded.');
    expect(text).toContain('C-2024-0031 · not known · not known');
    expect(await read(storyLetter('en', { patient: { ...patient, allergies: { state: 'withheld' } } }))).toContain("consent does not cover this section");
    expect(await read(storyLetter('en', { patient: { ...patient, born: { kind: 'age', years: 22, toldOn: '2024-01' } } }))).toContain('22 years (told on Jan-2024)');
  });

  it('says in which language a text was written where that is not its own', async () => {
    expect(await read(storyLetter('ru'))).toContain('на языке авторов (английский)');
    const mixed = storyLetter('en', { question: { language: 'ru', text: 'Возможно ли сохранение конечности?' } });
    expect(await read(mixed)).toContain('In Russian, as its author wrote it');
  });

  it('is marked on every page until the last signature', async () => {
    const signatures = storyLetter().signatures.map((one) => ({ ...one, at: null }));
    const drawn = readDrawn((await rendered(storyLetter('en', { draft: true, signatures }))).pdf);
    const pages = new Set(drawn.map(({ page }) => page));
    expect(new Set(drawn.filter(({ text }) => text === 'DRAFT').map(({ page }) => page))).toEqual(pages);
    expect(linesOf(drawn).filter((line) => line.includes('Not signed yet')).length).toBeGreaterThan(0);
    expect(await read(storyLetter())).not.toContain('DRAFT');
  });

  it('carries sixty treatments, with the head of the table on each page and the patient on all', async () => {
    const treatments = Array.from({ length: 60 }, (_, n) => ({ country: 'Russia', institution: 'Cancer centre', from: '2020-01', to: null, what: `Cycle ${n + 1} of many`, result: null }));
    const letter = await rendered(storyLetter('en', { treatments }));
    const lines = linesOf(readDrawn(letter.pdf));
    for (let n = 1; n <= 60; n += 1) expect(lines.some((line) => line.includes(`Cycle ${n} of many`))).toBe(true);
    expect(lines.filter((line) => line.startsWith('When') && line.includes('Result')).length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.includes('C-2024-0031 · Ахметова Айгүл Серікқызы')).length).toBe(letter.pages);
  });

  it('breaks what has no space, so that nothing leaves the page', async () => {
    const drawn = readDrawn((await rendered(storyLetter('en', { question: { language: 'en', text: 'W'.repeat(400) } }))).pdf);
    expect(drawn.filter(({ text }) => /^W+$/.test(text)).length).toBeGreaterThan(5);
  });
});

describe('scripts and directions (H29)', () => {
  it.each(['Әлия Ғабитқызы Қуаныш Ңұсқа Өмір Ұлан Үміт Һ І', 'Ң Ө Ү', 'Асан уулу Тимур', 'Нурбек', '欧阳若兰', '한지민'])('%s stands on the page', async (name) => {
    expect(await read(named(name))).toContain(name);
  });

  it('a Hebrew name stands on the page, its letters from right to left', async () => {
    const text = await read(named('בן־דוד, ג׳ורג׳'));
    for (const word of ['בן־דוד', 'ג׳ורג׳']) expect(text).toContain(mirrored(word));
  });

  it('a character without glyph stops the letter and is named', async () => {
    expect(await renderer.render(named('欧阳𬎆'))).toEqual({
      ok: false,
      refusal: { refused: true, code: 'LETTER.NO_GLYPH', facts: { codePoint: 'U+2C386', character: '𬎆' } },
    });
  });

  it('in Hebrew every value reads from left to right, unbroken', async () => {
    const text = 'גודל 3-5 mm, שלב T2 N0 M0, טלפון +7 (700) 555-0142 וגם HUVOS III (90%) מיום 05-Apr-2008 אצל Dr Li (Shanghai) כאן.';
    const shown = await read(storyLetter('he', { question: { language: 'he', text } }));
    for (const value of ['3-5 mm', 'T2 N0 M0', '+7 (700) 555-0142', 'HUVOS III (90%)', '05-Apr-2008', 'Dr Li (Shanghai)']) expect(shown).toContain(value);
    for (const value of ['05-Feb-2024', 'C-2024-0031', '04-Feb-2024', '(UTC+8)', 'HUVOS I (40%)']) expect(shown).toContain(value);
    expect(shown).toContain(mirrored('זוהי המלצה. ההחלטה הסופית בידי הרופא המטפל.'));
  });

  it('in Hebrew the columns of a table run from right to left', async () => {
    const drawn = readDrawn((await rendered(storyLetter('he'))).pdf);
    const x = (text: string): number => drawn.find((piece) => piece.text.includes(text))?.x ?? Number.NaN;
    expect(x(mirrored('מתי'))).toBeGreaterThan(x(mirrored('היכן')));
    expect(x(mirrored('היכן'))).toBeGreaterThan(x(mirrored('תוצאה')));
  });
});

describe('the file', () => {
  it('is the same, byte by byte, for the same content', async () => {
    const [one, other] = [await rendered(storyLetter()), await rendered(storyLetter())];
    expect(one.pdf.equals(other.pdf)).toBe(true);
    expect(one.sha256).toBe(other.sha256);
    expect((await rendered(storyLetter('en', { caseNumber: 'C-2024-0032' }))).sha256).not.toBe(one.sha256);
  });

  it('is tagged PDF/A with its fonts inside, and none of them the machine\'s', async () => {
    const file = (await rendered(storyLetter())).pdf.toString('latin1');
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('/Lang (en)');
    expect(file).toMatch(/pdfaid:part>3</);
    const fonts = [...file.matchAll(/\/BaseFont \/[A-Z]{6}\+(\S+)/g)].map(([, font]) => font);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^Letter(Latin|Hebrew|Chinese|Korean)-/);
  });

  it('takes what people type as text, never as an instruction', async () => {
    const text = '#panic("x") *not bold* $a/b$ <label> \\ @ref `raw` // comment #{ [ ] }';
    expect(await read(storyLetter('en', { question: { language: 'en', text } }))).toContain(text);
  });
});
