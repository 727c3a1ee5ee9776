/** From what a clinician's letter says to the sheet that is set: order of the parts, headings, sentences. */
import { letterParts, type LetterPart } from '#domain';
import type { LetterContent, LetterTreatment } from './content.js';
import { composeOutcome } from './compose-outcome.js';
import { bannerOf, frameOf, proseBlock } from './frame.js';
import { Setting } from './setting.js';
import { fill } from '../wording/words.js';
import type { Sheet, TableBlock } from './sheet.js';

export function composeLetter(content: LetterContent): Sheet {
  const setting = new Setting(content);
  const { labels } = setting;
  return {
    ...frameOf(content, setting),
    size: 10,
    mark: null,
    title: labels.title,
    notice: setting.notice,
    banner: bannerOf(content.patient, setting),
    blocks: composeBlocks(content, setting),
    freedom: labels.freedom,
    signatures: composeSignatures(content, setting),
  };
}

/** The recommendation first, whatever the board's order; that a translation was not verified is said even where the treatments are left out. */
function composeBlocks(content: LetterContent, setting: Setting): Sheet['blocks'] {
  const layout = content.layout ?? letterParts;
  const warned = (content.unverifiedTranslations ?? 0) === 0 ? [] : [unverified(setting)];
  const blocks = layout.flatMap((part) => (typeof part === 'string' ? [...partOf(part, content, setting), ...(part === 'treatments' ? warned : [])] : [proseBlock(setting, setting.value(part.title), part.prose)]));
  return [composeOutcome(content, setting), ...blocks, ...(layout.includes('treatments') ? [] : warned)];
}

function partOf(part: LetterPart, content: LetterContent, setting: Setting): Sheet['blocks'] {
  const { labels } = setting;
  switch (part) {
    case 'question': return [proseBlock(setting, labels.question, content.question)];
    case 'diagnosis': return [proseBlock(setting, labels.diagnosis, content.diagnosis, content.diagnosisFacts)];
    case 'findings': return content.findings.map((finding) => proseBlock(setting, labels.findings[finding.discipline], finding.prose, finding.facts));
    case 'treatments': return content.treatments.length === 0 ? [] : [composeTreatments(content, setting)];
    case 'board': {
      const meeting = [setting.value(content.board.name), ...content.board.places.map((place) => setting.moment(content.board.meetingAt, place))];
      return [{ kind: 'prose', heading: labels.board, paragraphs: meeting.flatMap((line) => setting.line(line)), note: null, facts: [], lead: false }];
    }
    case 'participants': return [{
      kind: 'table', heading: labels.participants, widths: [5, 4, 5], head: [labels.name, labels.discipline, labels.hospital],
      rows: content.participants.map((one) => [setting.value(one.name), labels.disciplines[one.discipline], setting.value(one.institution)]),
    }];
  }
}

const unverified = (setting: Setting): Sheet['blocks'][number] =>
  ({ kind: 'prose', heading: setting.labels.translations, paragraphs: setting.line(setting.labels.translationsNotVerified), note: null, facts: [], lead: false });

function composeTreatments(content: LetterContent, setting: Setting): TableBlock {
  const { labels } = setting;
  return {
    kind: 'table', heading: labels.treatments, widths: [4, 5, 6, 5], head: [labels.when, labels.where, labels.what, labels.result],
    rows: content.treatments.map((one) => [
      periodOf(one, setting),
      setting.list([setting.value(one.institution), setting.word(labels.countries, one.country)].filter((part) => part !== '')),
      whatOf(one, setting),
      one.result === null ? labels.resultNotStated : setting.value(one.result),
    ]),
  };
}

function whatOf({ kind, what }: LetterTreatment, setting: Setting): string {
  const { labels } = setting;
  if (kind == null) return setting.value(what);
  const word = setting.word(labels.treatmentKinds, kind);
  return what === '' ? word : fill(labels.facts.labelled, { label: word, value: setting.value(what) });
}

function periodOf({ from, to }: LetterTreatment, setting: Setting): string {
  if (from === null && to === null) return setting.labels.notKnown;
  if (from === null || to === null || from === to) return setting.date(from ?? to ?? '');
  return setting.sentence(setting.dateWords.range, { from: setting.date(from), to: setting.date(to) });
}

function composeSignatures(content: LetterContent, setting: Setting): Sheet['signatures'] {
  const { labels } = setting;
  return {
    heading: labels.signatures,
    items: content.signatures.map((one) => ({
      name: setting.value(one.name),
      who: `${labels.disciplines[one.discipline]} · ${setting.value(one.institution)}`,
      line: one.at === null ? labels.notSigned : labels.signedAt.replace('{{at}}', setting.moment(one.at)),
      signed: one.at !== null,
    })),
  };
}
