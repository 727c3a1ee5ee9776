/** What a letter says: plain values, each already allowed for its reader. Nothing here is layout. */
import type { Discipline, Intent, LetterPart, Modality, OutcomeKind } from '#domain';
import type { KnownDate, Place } from '../wording/moments.js';
import type { LetterLanguage } from '../wording/words.js';

/** Free text in its author's language. Where that isn't the letter's, the letter says so and changes nothing. */
export interface Prose {
  readonly text: string;
  /** BCP 47 code of the language it was written in. */
  readonly language: string;
}

/** A coded value of an opinion: a letter says it in its own language, whatever language the opinion was written in. */
export type LetterFact =
  | { readonly kind: 'grade' | 'margins' | 'huvos'; readonly code: string }
  /** One size, or the three axes, in millimetres. */
  | { readonly kind: 'size'; readonly millimetres: string }
  /** Computed of the opinion's answers: "MSTS 24". */
  | { readonly kind: 'score'; readonly code: string; readonly value: string }
  /** "cT2 N1 M0", and by which edition. */
  | { readonly kind: 'stage'; readonly tnm: string; readonly edition: string | null };

export interface LetterPerson {
  readonly name: string;
  readonly discipline: Discipline | 'chair';
  readonly institution: string;
}

export interface LetterPatient {
  /** As written in its own script, and in Latin letters where that differs. Null: not known. */
  readonly name: { readonly original: string; readonly transliteration: string | null } | null;
  readonly born:
    | { readonly kind: 'date'; readonly date: KnownDate }
    | { readonly kind: 'age'; readonly years: number; readonly toldOn: KnownDate }
    | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  /** For example "IIN" and the number. */
  readonly identifier: { readonly kind: string; readonly value: string } | null;
  /** Asked and none, not asked, withheld: three different sentences (clinical.md), or the allergies themselves. */
  readonly allergies:
    | { readonly state: 'none' | 'notAsked' | 'withheld' }
    | { readonly state: 'some'; readonly list: readonly string[] };
}

export interface LetterTreatment {
  /** Code of the list of countries, or a country's name. */
  readonly country: string;
  readonly institution: string;
  readonly from: KnownDate | null;
  readonly to: KnownDate | null;
  /** Code of the list of treatments; absent where `what` says it all. */
  readonly kind?: string | null;
  readonly what: string;
  readonly result: string | null;
}

export interface LetterOutcome {
  readonly kind: OutcomeKind;
  readonly intent: Intent | null;
  readonly modalities: readonly Modality[];
  readonly laterality: 'left' | 'right' | 'bilateral' | 'midline' | null;
  readonly proposal: Prose;
  readonly rationale: Prose | null;
  readonly guideline:
    | { readonly kind: 'guideline'; readonly name: string; readonly edition: string }
    | { readonly kind: 'offGuideline'; readonly reason: Prose }
    | null;
  readonly conditions: Prose | null;
  readonly alternative: Prose | null;
  readonly responsible: { readonly name: string; readonly institution: string } | null;
  readonly due: KnownDate | null;
  /** What was weighed, in its order; absent in outcomes from before it was kept, as the next two. */
  readonly options?: readonly LetterOption[];
  /** Whether it can be carried out where the patient comes from. */
  readonly feasible?: 'yes' | 'no' | 'notKnown' | null;
  /** Results that the board decided without. */
  readonly pending?: readonly LetterPending[];
}
export interface LetterOption { readonly option: Prose; readonly speaksFor: Prose | null; readonly speaksAgainst: Prose | null }
export interface LetterPending { readonly result: Prose; readonly wouldChange: Prose | null; readonly owner: string; readonly due: KnownDate }

/** A block of the board's own. */
export interface LetterOwnText { readonly title: string; readonly prose: Prose }

export interface LetterContent {
  readonly language: LetterLanguage;
  /** The patient's letter has plain words, larger type and no code without its meaning; absent: the clinician's. */
  readonly reader?: 'clinician' | 'patient';
  /** True until the last signature: every page is marked. */
  readonly draft: boolean;
  /** Date of the letter (YYYY-MM-DD): the only date that enters the file, so that it can be made again byte by byte. */
  readonly date: string;
  readonly caseNumber: string;
  readonly from: { readonly hospital: string; readonly department: string | null; readonly address: string | null };
  readonly to: { readonly clinician: string | null; readonly hospital: string };
  readonly patient: LetterPatient;
  readonly question: Prose;
  /** Instant of the meeting (UTC) and the places whose local times are written out, the host's first. */
  readonly board: { readonly name: string; readonly meetingAt: string; readonly places: readonly Place[] };
  readonly participants: readonly LetterPerson[];
  readonly diagnosis: Prose;
  readonly diagnosisFacts?: readonly LetterFact[];
  /** One section a reviewing discipline. */
  readonly findings: readonly { readonly discipline: Discipline; readonly prose: Prose; readonly facts?: readonly LetterFact[] }[];
  readonly treatments: readonly LetterTreatment[];
  /** Translations in the file that nobody held against their originals; absent: none. */
  readonly unverifiedTranslations?: number;
  /** The order of the parts and blocks of the board's own, in this letter's language where they have it; absent: every part in the usual order. */
  readonly layout?: readonly (LetterPart | LetterOwnText)[];
  readonly outcome: LetterOutcome;
  readonly dissents: readonly { readonly name: string; readonly discipline: Discipline | 'chair'; readonly reason: Prose }[];
  readonly abstentions: readonly { readonly name: string; readonly discipline: Discipline | 'chair'; readonly reason: Prose | null }[];
  /** `at` null: not signed yet. Times are shown by the host's clock. */
  readonly signatures: readonly (LetterPerson & { readonly at: string | null })[];
  /** SHA-256 of the text that was signed. */
  readonly textHash: string | null;
}
