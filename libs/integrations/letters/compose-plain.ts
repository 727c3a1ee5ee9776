/**
 * The patient's letter: the same recommendation in plain words and larger type. A code is left out or explained; what doctors wrote
 * stands as they wrote it and is called so, since rewording it would be advice that nobody signed.
 */
import type { LetterContent, LetterFact, Prose } from './content.js';
import { bannerOf, frameOf, proseBlock } from './frame.js';
import { fill } from '../wording/words.js';
import { Setting } from './setting.js';
import type { ProseBlock, Sheet } from './sheet.js';

export function composePlain(content: LetterContent): Sheet {
  const setting = new Setting(content);
  const { plain } = setting.labels;
  return {
    ...frameOf(content, setting),
    size: 12.5,
    mark: plain.mark,
    title: plain.title,
    notice: setting.notice,
    banner: { ...bannerOf(content.patient, setting), allergies: null },
    blocks: [
      whatItIs(content, setting), ...illness(content, setting), advice(content, setting), ...reasons(content, setting), ...weighed(content, setting), ...awaited(content, setting), ...practical(content, setting),
      said(setting, plain.you, plain.youText), said(setting, setting.labels.signatures, [signedLine(content, setting), plain.foot]),
    ],
    freedom: setting.labels.freedom,
    signatures: null,
  };
}

/** Sentences of ours under a heading. */
function said(setting: Setting, heading: string, sentences: readonly string[], lead = false): ProseBlock {
  return { kind: 'prose', heading, paragraphs: sentences.flatMap((sentence) => setting.line(sentence)), note: null, facts: [], lead };
}

function whatItIs({ board, participants }: LetterContent, setting: Setting): ProseBlock {
  const { plain, disciplines } = setting.labels;
  const fields = [...new Set(participants.map(({ discipline }) => discipline).filter((discipline) => discipline !== 'chair'))];
  const met = setting.sentence(plain.whatItIsText, { date: setting.day(board.meetingAt) });
  const who = fields.length === 0 ? [] : [setting.sentence(plain.fields, { list: setting.list(fields.map((field) => disciplines[field])) })];
  return said(setting, plain.whatItIs, [met, ...who]);
}

/** Diagnosis in the doctors' words; a grade and a stage only with what they mean. */
function illness({ diagnosis, diagnosisFacts = [] }: LetterContent, setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  const meanings: Readonly<Partial<Record<LetterFact['kind'], string>>> = { grade: plain.gradeMeans, stage: plain.stageMeans };
  const facts = diagnosisFacts.flatMap((fact) => { const meaning = meanings[fact.kind]; return meaning === undefined ? [] : [setting.fact(fact), meaning]; });
  if (diagnosis.text === '' && facts.length === 0) return [];
  return [{ ...proseBlock(setting, plain.illness, diagnosis), facts }];
}

function advice({ outcome }: LetterContent, setting: Setting): ProseBlock {
  const { plain, outcomes } = setting.labels;
  const means = [...(outcome.kind === 'recommendation' ? [] : [outcomes[outcome.kind]]), ...outcome.modalities.map((one) => plain.modalities[one]), ...(outcome.intent === null ? [] : [plain.intents[outcome.intent]])];
  return { kind: 'prose', heading: plain.advice, paragraphs: setting.paragraphs(outcome.proposal), note: setting.note(outcome.proposal), facts: means, lead: true };
}

function reasons({ outcome, dissents }: LetterContent, setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  const part = (heading: string, prose: Prose | null): readonly ProseBlock[] => (prose === null ? [] : [proseBlock(setting, heading, prose)]);
  return [
    ...part(plain.why, outcome.rationale), ...part(plain.first, outcome.conditions), ...atHome(outcome, setting),
    ...(dissents.length === 0 ? [] : [said(setting, plain.disagreed, [plain.disagreedText])]),
  ];
}

/** Whether it can be done where the patient lives, and what then. */
function atHome({ feasible, alternative }: LetterContent['outcome'], setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  const sentence = feasible === 'no' ? plain.notAtHome : feasible === 'notKnown' ? plain.atHomeNotKnown : null;
  const block = alternative === null ? null : proseBlock(setting, plain.otherwise, alternative);
  if (sentence === null) return block === null ? [] : [block];
  return [block === null ? said(setting, plain.otherwise, [sentence]) : { ...block, paragraphs: [...setting.line(sentence), ...block.paragraphs] }];
}

/** What was weighed, in the doctors' words; reasons for and against stand in the clinical letter. */
function weighed({ outcome: { options = [] } }: LetterContent, setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  if (options.length === 0) return [];
  const ways = options.flatMap(({ option }, place) => [...setting.line(`${setting.sentence(plain.way, { n: place + 1 })}:`), ...setting.paragraphs(option)]);
  return [{ ...said(setting, plain.ways, []), paragraphs: [...setting.line(plain.waysText), ...ways], note: options.map(({ option }) => setting.note(option)).find((note) => note !== null) ?? null }];
}

/** Results that the board decided without, each with its day; what would follow from it is for the doctor to say. */
function awaited({ outcome: { pending = [] } }: LetterContent, setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  if (pending.length === 0) return [];
  const results = pending.flatMap(({ result, due }) => [...setting.paragraphs(result), ...setting.line(fill(plain.awaitedBy, { date: setting.date(due) }))]);
  return [{ ...said(setting, plain.awaited, []), paragraphs: [...setting.line(plain.awaitedText), ...results], note: pending.map(({ result }) => setting.note(result)).find((note) => note !== null) ?? null }];
}

function practical({ outcome }: LetterContent, setting: Setting): readonly ProseBlock[] {
  const { plain } = setting.labels;
  const { responsible, due } = outcome;
  return [
    ...(responsible === null ? [] : [said(setting, plain.who, [setting.list([setting.value(responsible.name), setting.value(responsible.institution)])])]),
    ...(due === null ? [] : [said(setting, plain.when, [setting.date(due)])]),
  ];
}

function signedLine({ draft, signatures }: LetterContent, setting: Setting): string {
  const { plain } = setting.labels;
  const last = signatures.flatMap(({ at }) => (at === null ? [] : [at])).sort().at(-1);
  return draft || last === undefined ? plain.notSigned : plain.signed.replace('{{at}}', setting.moment(last));
}
