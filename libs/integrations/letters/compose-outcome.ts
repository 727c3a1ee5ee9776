/** The part that a reader looks for first: what is proposed, and all that it rests on. */
import { dateText } from '../wording/moments.js';
import { fill } from '../wording/words.js';
import type { LetterContent, LetterOutcome, Prose } from './content.js';
import type { Setting } from './setting.js';
import type { OutcomeBlock, Paragraph } from './sheet.js';

type Fact = OutcomeBlock['facts'][number];

export function composeOutcome(content: LetterContent, setting: Setting): OutcomeBlock {
  const { outcome } = content;
  const { labels } = setting;
  return {
    kind: 'outcome',
    heading: labels.recommendation,
    outcome: outcome.kind === 'recommendation' ? null : labels.outcomes[outcome.kind],
    proposal: setting.paragraphs(outcome.proposal),
    note: setting.note(outcome.proposal),
    facts: [...codedFacts(outcome, setting), ...weighedFacts(outcome, setting), ...reasonedFacts(outcome, setting), ...pendingFacts(outcome, setting), ...dissentFacts(content, setting)],
  };
}

function codedFacts(outcome: LetterOutcome, setting: Setting): Fact[] {
  const { labels } = setting;
  const facts: Fact[] = [];
  const modalities = outcome.modalities.map((one) => labels.modalities[one]);
  if (outcome.intent !== null) facts.push(line(labels.intent, labels.intents[outcome.intent], setting));
  if (modalities.length > 0) facts.push(line(labels.modality, setting.list(modalities), setting));
  if (outcome.laterality !== null) facts.push(line(labels.side, labels.sides[outcome.laterality], setting));
  return facts;
}

function reasonedFacts(outcome: LetterOutcome, setting: Setting): Fact[] {
  const { labels } = setting;
  const { guideline, responsible } = outcome;
  const facts: Fact[] = [];
  if (outcome.rationale !== null) facts.push(prose(labels.rationale, outcome.rationale, setting));
  if (guideline?.kind === 'guideline') facts.push(line(labels.guideline, setting.sentence(labels.guidelineValue, { name: guideline.name, edition: guideline.edition }), setting));
  if (guideline?.kind === 'offGuideline') facts.push(prose(labels.offGuideline, guideline.reason, setting));
  if (outcome.conditions !== null) facts.push(prose(labels.conditions, outcome.conditions, setting));
  if (outcome.alternative !== null) facts.push(prose(labels.alternative, outcome.alternative, setting));
  if (responsible !== null) {
    facts.push(line(labels.responsible, `${setting.value(responsible.name)}, ${setting.value(responsible.institution)}`, setting));
  }
  if (outcome.due !== null) facts.push(line(labels.due, setting.date(outcome.due), setting));
  return facts;
}

/** What was weighed, each with what speaks for and against it; and whether the proposal can be carried out at home. */
function weighedFacts({ options = [], feasible = null }: LetterOutcome, setting: Setting): Fact[] {
  const { labels } = setting;
  return [
    ...(feasible === null ? [] : [line(labels.feasible, labels.feasibleIs[feasible], setting)]),
    ...options.flatMap(({ option, speaksFor, speaksAgainst }, place) => ([[labels.option, option], [labels.optionFor, speaksFor], [labels.optionAgainst, speaksAgainst]] as const)
      .flatMap(([label, given]) => (given === null ? [] : [prose(fill(label, { n: place + 1 }), given, setting)]))),
  ];
}

function pendingFacts({ pending = [] }: LetterOutcome, setting: Setting): Fact[] {
  const { labels } = setting;
  return pending.flatMap(({ result, wouldChange, owner, due }) => [
    { label: labels.pending, paragraphs: [...setting.paragraphs(result), ...setting.line(setting.sentence(labels.pendingBy, { name: owner, date: dateText(due, setting.language) }))], note: setting.note(result) },
    ...(wouldChange === null ? [] : [prose(labels.pendingChanges, wouldChange, setting)]),
  ]);
}

/** Dissent and abstention by name; that there was none is said, since silence could mean that nobody asked. */
function dissentFacts({ dissents, abstentions }: LetterContent, setting: Setting): Fact[] {
  const { labels } = setting;
  if (dissents.length + abstentions.length === 0) return [line(labels.dissent, labels.noDissent, setting)];
  const who = (one: { readonly name: string; readonly discipline: keyof typeof labels.disciplines }): readonly Paragraph[] =>
    setting.line(`${setting.value(one.name)}, ${labels.disciplines[one.discipline]}`);
  const fact = (label: string, one: Parameters<typeof who>[0] & { readonly reason: Prose | null }): Fact => ({
    label,
    paragraphs: [...who(one), ...(one.reason === null ? [] : setting.paragraphs(one.reason))],
    note: one.reason === null ? null : setting.note(one.reason),
  });
  return [...dissents.map((one) => fact(labels.dissent, one)), ...abstentions.map((one) => fact(labels.abstention, one))];
}

function line(label: string, text: string, setting: Setting): Fact {
  return { label, paragraphs: setting.line(text), note: null };
}

function prose(label: string, given: Prose, setting: Setting): Fact {
  return { label, paragraphs: setting.paragraphs(given), note: setting.note(given) };
}
