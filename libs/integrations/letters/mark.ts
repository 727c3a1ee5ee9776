/**
 * A letter that was called back, as a copy: the pages as they were signed, with a band above the text and a word across it. Pages of a PDF can be
 * set into no PDF/A, so the copy is an ordinary PDF; the archived one is the original.
 */
import { isolateValue } from '../wording/bidi.js';
import { dayText, type Place } from '../wording/moments.js';
import { directionOf, fill, type LetterLanguage } from '../wording/words.js';
import { labelsOf } from './catalogue.js';

export interface LetterMark {
  readonly language: LetterLanguage;
  readonly caseNumber: string;
  readonly recalledAt: string;
  /** Code of the reason. */
  readonly reason: string;
  /** The board speaks again, instead of a corrected letter. */
  readonly discussedAgain: boolean;
  /** When the letter in its place was sent; null while none was. */
  readonly replacedAt: string | null;
  /** By whose clock days are told: the host's. */
  readonly place: Place;
}

export const ORIGINAL_PATH = '/original.pdf';

/** What the template reads. */
export function markSheet(original: Buffer, { language, caseNumber, recalledAt, reason, discussedAgain, replacedAt, place }: LetterMark): object {
  const { recalled } = labelsOf(language);
  const dir = directionOf(language);
  const whole = (value: string): string => isolateValue(value, dir);
  const day = (at: string): string => whole(dayText(at, place, language));
  const reasons: Readonly<Record<string, string>> = recalled.reasons;
  const next = replacedAt !== null ? fill(recalled.replaced, { date: day(replacedAt), number: whole(caseNumber) }) : recalled.next[discussedAgain ? 'discussAgain' : 'newLetter'];
  const [year, month, date] = recalledAt.slice(0, 10).split('-').map(Number);
  return {
    lang: language, dir, date: [year, month, date], path: ORIGINAL_PATH, pages: pagesOf(original), word: recalled.mark, page: recalled.page.split(/\{\{\w+\}\}/),
    title: fill(recalled.title, { number: caseNumber }), line: fill(recalled.line, { date: day(recalledAt), reason: reasons[reason] ?? whole(reason) }), next,
  };
}

/** How many pages a letter of ours has: Typst writes it in plain text. */
const pagesOf = (pdf: Buffer): number => Number(/\/Type \/Pages\b[\s\S]*?\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1] ?? 1);

export const MARK_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.sheet))
#let red = rgb("#9b1c1c")
#let towards(x) = if x == "rtl" { rtl } else { ltr }
#set document(title: d.title, date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)))
#set text(font: d.fonts, fallback: false, lang: d.lang, dir: towards(d.dir), size: 8.5pt, fill: red, hyphenate: false)
#set page(paper: "a4", margin: 0mm)
#let band = place(top + center, dy: 3.5mm, box(width: 194mm, stroke: 1pt + red, fill: white, radius: 2pt, inset: (x: 7pt, y: 4pt), align(start, {
  text(weight: "bold", d.word + ". ")
  d.line
  linebreak()
  d.next
})))
#for i in range(1, d.pages + 1) {
  if i > 1 { pagebreak() }
  place(top + start, image(d.path, page: i, width: 210mm, alt: d.page.at(0) + str(i) + d.page.at(1)))
  place(center + horizon, rotate(-32deg, text(size: 84pt, weight: "bold", fill: rgb(155, 28, 28, 40), d.word)))
  band
}
`;
