/**
 * The patient's letter: the same recommendation in plain words and larger type. A code is left out or explained; what doctors wrote
 * stands as they wrote it and is called so, since rewording it would be advice that nobody signed.
 */
import type { LetterContent, LetterFact, Prose } from './content.js';
import { bannerOf, frameOf, proseBlock } from './frame.js';
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
      whatItIs(content, setting), ...illness(content, setting), advice(content, setting), ...reasons(content, setting), ...practical(content, setting),
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
    ...part(plain.why, outcome.rationale), ...part(plain.first, outcome.conditions), ...part(plain.otherwise, outcome.alternative),
    ...(dissents.length === 0 ? [] : [said(setting, plain.disagreed, [plain.disagreedText])]),
  ];
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
