/** From what a clinician's letter says to the sheet that is set: order of the parts, headings, sentences. */
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

function composeBlocks(content: LetterContent, setting: Setting): Sheet['blocks'] {
  const { labels } = setting;
  const meeting = [setting.value(content.board.name), ...content.board.places.map((place) => setting.moment(content.board.meetingAt, place))];
  return [
    composeOutcome(content, setting),
    proseBlock(setting, labels.question, content.question),
    proseBlock(setting, labels.diagnosis, content.diagnosis, content.diagnosisFacts),
    ...content.findings.map((finding) => proseBlock(setting, labels.findings[finding.discipline], finding.prose, finding.facts)),
    ...(content.treatments.length === 0 ? [] : [composeTreatments(content, setting)]),
    ...((content.unverifiedTranslations ?? 0) === 0 ? [] : [unverified(setting)]),
    { kind: 'prose', heading: labels.board, paragraphs: meeting.flatMap((line) => setting.line(line)), note: null, facts: [], lead: false },
    {
      kind: 'table', heading: labels.participants, widths: [5, 4, 5], head: [labels.name, labels.discipline, labels.hospital],
      rows: content.participants.map((one) => [setting.value(one.name), labels.disciplines[one.discipline], setting.value(one.institution)]),
    },
  ];
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
