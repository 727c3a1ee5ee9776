/** What every letter has around its text, whoever reads it: sender, receiver, patient, page numbers, draft mark. */
import type { LetterContent, LetterFact, LetterPatient, Prose } from './content.js';
import type { Setting } from './setting.js';
import type { ProseBlock, Sheet } from './sheet.js';

type Frame = Pick<Sheet, 'lang' | 'dir' | 'date' | 'hospital' | 'under' | 'meta' | 'to' | 'draft' | 'hash' | 'running' | 'page'>;

export function frameOf(content: LetterContent, setting: Setting): Frame {
  const { labels } = setting;
  const [year, month, day] = content.date.split('-').map(Number);
  const [before = '', between = '', after = ''] = labels.page.split(/\{\{\w+\}\}/);
  return {
    lang: content.language,
    dir: setting.dir,
    date: [year ?? 0, month ?? 0, day ?? 0],
    hospital: setting.value(content.from.hospital),
    under: [content.from.department, content.from.address].filter((line) => line !== null).map((line) => setting.value(line)),
    meta: [[labels.case, setting.value(content.caseNumber)], [labels.date, setting.date(content.date)]],
    to: { label: labels.to, lines: [content.to.clinician, content.to.hospital].filter((line) => line !== null).map((line) => setting.value(line)) },
    draft: content.draft ? { mark: labels.draft, note: labels.draftNote } : null,
    hash: content.textHash === null ? null : { label: labels.textHash, value: content.textHash },
    running: [setting.value(content.caseNumber), nameOf(content.patient, setting), bornOf(content.patient, setting)].join(' · '),
    page: [before, between, after],
  };
}

export function bannerOf(patient: LetterPatient, setting: Setting): Sheet['banner'] {
  const { labels } = setting;
  const { identifier, allergies } = patient;
  return {
    label: labels.patient,
    name: nameOf(patient, setting),
    transliteration: patient.name?.transliteration ? setting.value(patient.name.transliteration) : null,
    facts: [
      [labels.born, bornOf(patient, setting)],
      [labels.sex, labels.sexes[patient.sex]],
      [identifier === null ? labels.identifier : setting.word(labels.identifierKinds, identifier.kind), identifier === null ? labels.notKnown : setting.value(identifier.value)],
    ],
    allergies: {
      label: labels.allergies,
      text: allergies.state === 'some' ? setting.list(allergies.list.map((one) => setting.value(one))) : labels.allergyState[allergies.state],
      strong: allergies.state === 'some',
    },
  };
}

/** Free text under its heading, with the coded values that belong to it. */
export function proseBlock(setting: Setting, heading: string, given: Prose, facts: readonly LetterFact[] = []): ProseBlock {
  return { kind: 'prose', heading, paragraphs: setting.paragraphs(given), note: given.text === '' ? null : setting.note(given), facts: facts.map((fact) => setting.fact(fact)), lead: false };
}

export function nameOf(patient: LetterPatient, setting: Setting): string {
  return patient.name === null ? setting.labels.notKnown : setting.value(patient.name.original);
}

function bornOf({ born }: LetterPatient, setting: Setting): string {
  if (born === null) return setting.labels.notKnown;
  if (born.kind === 'date') return setting.date(born.date);
  return setting.sentence(setting.labels.age, { years: born.years, date: setting.date(born.toldOn) });
}
