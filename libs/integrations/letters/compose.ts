/** From what a letter says to the sheet that is set: order of the parts, headings, sentences. */
import type { LetterContent, LetterPatient, LetterTreatment } from './content.js';
import { composeOutcome } from './compose-outcome.js';
import { Setting } from './setting.js';
import type { ProseBlock, Sheet, TableBlock } from './sheet.js';

export function composeLetter(content: LetterContent): Sheet {
  const setting = new Setting(content);
  const { labels } = setting;
  const [year, month, day] = content.date.split('-').map(Number);
  const [before = '', between = '', after = ''] = labels.page.split(/\{\{\w+\}\}/);
  return {
    lang: content.language,
    dir: setting.dir,
    date: [year ?? 0, month ?? 0, day ?? 0],
    title: labels.title,
    notice: setting.notice,
    hospital: setting.value(content.from.hospital),
    under: [content.from.department, content.from.address].filter((line) => line !== null).map((line) => setting.value(line)),
    meta: [[labels.case, setting.value(content.caseNumber)], [labels.date, setting.date(content.date)]],
    to: { label: labels.to, lines: [content.to.clinician, content.to.hospital].filter((line) => line !== null).map((line) => setting.value(line)) },
    draft: content.draft ? { mark: labels.draft, note: labels.draftNote } : null,
    banner: composeBanner(content.patient, setting),
    blocks: composeBlocks(content, setting),
    freedom: labels.freedom,
    signatures: composeSignatures(content, setting),
    hash: content.textHash === null ? null : { label: labels.textHash, value: content.textHash },
    running: [setting.value(content.caseNumber), nameOf(content.patient, setting), bornOf(content.patient, setting)].join(' · '),
    page: [before, between, after],
  };
}

function composeBanner(patient: LetterPatient, setting: Setting): Sheet['banner'] {
  const { labels } = setting;
  const identifier = patient.identifier;
  const allergies = patient.allergies;
  return {
    label: labels.patient,
    name: nameOf(patient, setting),
    transliteration: patient.name?.transliteration ? setting.value(patient.name.transliteration) : null,
    facts: [
      [labels.born, bornOf(patient, setting)],
      [labels.sex, labels.sexes[patient.sex]],
      [identifier === null ? labels.identifier : setting.value(identifier.kind), identifier === null ? labels.notKnown : setting.value(identifier.value)],
    ],
    allergies: {
      label: labels.allergies,
      text: allergies.state === 'some' ? setting.list(allergies.list.map((one) => setting.value(one))) : labels.allergyState[allergies.state],
      strong: allergies.state === 'some',
    },
  };
}

function nameOf(patient: LetterPatient, setting: Setting): string {
  return patient.name === null ? setting.labels.notKnown : setting.value(patient.name.original);
}

function bornOf({ born }: LetterPatient, setting: Setting): string {
  if (born === null) return setting.labels.notKnown;
  if (born.kind === 'date') return setting.date(born.date);
  return setting.sentence(setting.labels.age, { years: born.years, date: setting.date(born.toldOn) });
}

function composeBlocks(content: LetterContent, setting: Setting): Sheet['blocks'] {
  const { labels } = setting;
  const prose = (heading: string, given: LetterContent['question']): ProseBlock => ({
    kind: 'prose', heading, paragraphs: setting.paragraphs(given), note: setting.note(given),
  });
  const meeting = [setting.value(content.board.name), ...content.board.places.map((place) => setting.moment(content.board.meetingAt, place))];
  return [
    composeOutcome(content, setting),
    prose(labels.question, content.question),
    prose(labels.diagnosis, content.diagnosis),
    ...content.findings.map((finding) => prose(labels.findings[finding.discipline], finding.prose)),
    ...(content.treatments.length === 0 ? [] : [composeTreatments(content, setting)]),
    { kind: 'prose', heading: labels.board, paragraphs: meeting.flatMap((line) => setting.line(line)), note: null },
    {
      kind: 'table', heading: labels.participants, widths: [5, 4, 5], head: [labels.name, labels.discipline, labels.hospital],
      rows: content.participants.map((one) => [setting.value(one.name), labels.disciplines[one.discipline], setting.value(one.institution)]),
    },
  ];
}

function composeTreatments(content: LetterContent, setting: Setting): TableBlock {
  const { labels } = setting;
  return {
    kind: 'table', heading: labels.treatments, widths: [4, 5, 6, 5], head: [labels.when, labels.where, labels.what, labels.result],
    rows: content.treatments.map((one) => [
      periodOf(one, setting),
      `${setting.value(one.institution)}, ${setting.value(one.country)}`,
      setting.value(one.what),
      one.result === null ? labels.resultNotStated : setting.value(one.result),
    ]),
  };
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
