/** What every part of a letter is written with: its words, its direction, and how values go into its lines. */
import { directionOfText, isolateRuns, isolateValue, type Direction } from '../wording/bidi.js';
import { dateText, dayText, momentText, type KnownDate, type Place } from '../wording/moments.js';
import { dateWordsOf, directionOf, fill, type DateWords, type LetterLanguage } from '../wording/words.js';
import { labelsOf, type Labels } from './catalogue.js';
import type { LetterContent, LetterFact, Prose } from './content.js';
import type { Paragraph } from './sheet.js';

/** Longer runs without a space could not be broken and would leave the page. */
const UNBREAKABLE = /\S{60,}/g;
const ZERO_WIDTH_SPACE = '\u200b';

export class Setting {
  readonly labels: Labels;
  readonly dateWords: DateWords;
  readonly language: LetterLanguage;
  readonly dir: Direction;
  /** Said once where all free text is in one other language: repeated under each text it would hide the text. */
  readonly notice: string | null;
  private readonly host: Place;

  constructor(content: LetterContent) {
    this.language = content.language;
    this.labels = labelsOf(content.language);
    this.dateWords = dateWordsOf(content.language);
    this.dir = directionOf(content.language);
    this.host = content.board.places[0] ?? { name: 'UTC', zone: 'UTC' };
    const languages = new Set(proseOf(content).map(({ language }) => language));
    const [only] = languages;
    this.notice = languages.size !== 1 || only === undefined || only === content.language
      ? null
      : fill(this.labels.allWrittenIn, { language: this.languageName(only) });
  }

  /** A value that stands among words. */
  value(text: string): string {
    return isolateValue(breakable(text), this.dir);
  }

  sentence(sentence: string, values: Readonly<Record<string, string | number>>): string {
    const whole = Object.entries(values).map(([name, value]) => [name, this.value(String(value))]);
    return fill(sentence, Object.fromEntries(whole) as Record<string, string>);
  }

  date(date: KnownDate): string {
    return this.value(dateText(date, this.language));
  }

  moment(instant: string, place: Place = this.host): string {
    return momentText(instant, place, this.language);
  }

  /** The date of an instant by the host's clock. */
  day(instant: string): string {
    return this.value(dayText(instant, this.host, this.language));
  }

  paragraphs(prose: Prose): readonly Paragraph[] {
    return prose.text
      .split(/\n+/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ text: isolateRuns(breakable(line.trim())), lang: prose.language, dir: directionOfText(line, this.dir) }));
  }

  line(text: string): readonly Paragraph[] {
    return [{ text, lang: this.language, dir: this.dir }];
  }

  note(prose: Prose): string | null {
    if (prose.language === this.language || this.notice !== null) return null;
    return fill(this.labels.writtenIn, { language: this.languageName(prose.language) });
  }

  private languageName(code: string): string {
    const names: Readonly<Record<string, string>> = this.labels.languages;
    return names[code] ?? code;
  }

  list(words: readonly string[]): string {
    return words.join(this.language === 'zh' ? '、' : ', ');
  }

  /** A code through the words of its list; what the list doesn't know stands as it is. */
  word(list: Readonly<Record<string, string>>, code: string): string {
    return list[code] ?? this.value(code);
  }

  /** A coded value with its name, in one line. */
  fact(fact: LetterFact): string {
    const { facts, grades } = this.labels;
    const labelled = (label: string, value: string): string => fill(facts.labelled, { label, value });
    switch (fact.kind) {
      case 'grade': return labelled(facts.grade, this.word(grades, fact.code));
      case 'margins': return labelled(facts.margins, this.value(fact.code));
      case 'huvos': return labelled(facts.huvos, this.value(`HUVOS ${fact.code}`));
      case 'size': return labelled(facts.size, this.value(fill(facts.millimetres, { size: fact.millimetres })));
      case 'score': return labelled(this.word(this.labels.scores, fact.code), this.value(fact.value));
      case 'stage': {
        const edition = fact.edition === null ? '' : ` (${this.sentence(facts.edition, { edition: fact.edition })})`;
        return labelled(facts.stage, this.value(fact.tnm) + edition);
      }
    }
  }
}

/** A number keeps its unit, a stage its three letters: "23" at the end of a line and "mm" in the next reads as another value. */
const VALUE = /\d (?=(?:mm|cm|mg|kg|Gy|ml|%|мм|см|мг|кг|Гр|мл)(?![\p{L}]))|(?<=(?:^|[\s(])[pcyra]*T[0-4Xisx]\w{0,2}) (?=N[0-3X])|(?<=N[0-3X]\w{0,2}) (?=M[01X])|(?<=HUVOS) (?=I)/gu;

function breakable(text: string): string {
  return text.replace(VALUE, (found) => found.replace(' ', '\u00a0')).replace(UNBREAKABLE, (run) => Array.from(run).map((char, at) => (at > 0 && at % 30 === 0 ? ZERO_WIDTH_SPACE + char : char)).join(''));
}

function proseOf({ question, diagnosis, findings, outcome, dissents, abstentions, layout = [] }: LetterContent): readonly Prose[] {
  const offGuideline = outcome.guideline?.kind === 'offGuideline' ? outcome.guideline.reason : null;
  return [
    question, diagnosis, ...findings.map(({ prose }) => prose), outcome.proposal, outcome.rationale, offGuideline,
    outcome.conditions, outcome.alternative, ...(outcome.options ?? []).flatMap(({ option, speaksFor, speaksAgainst }) => [option, speaksFor, speaksAgainst]), ...(outcome.pending ?? []).flatMap(({ result, wouldChange }) => [result, wouldChange]),
    ...[...dissents, ...abstentions].map(({ reason }) => reason), ...layout.flatMap((part) => (typeof part === 'string' ? [] : [part.prose])),
  ].filter((prose) => prose !== null);
}
