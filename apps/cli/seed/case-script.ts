import { formOf, tumorTypeOf, type BoardDefinition, type CaseCommandData, type CaseCommandName, type CaseState, type Discipline, type FieldValue, type HumanName, type Instant, type PatientRow, type ReviewTaskKind, type Task, type TaskKind, isOpen } from '#domain';
import { draftOfTask } from '#door';
import { hospitalId, personId, seedId, type HospitalCode, type Subject } from './cast.js';
import { answersTo, type Given } from './answers.js';
import { syntheticPdf } from './synthetic-pdf.js';
import type { World } from './world.js';

export interface Patient { readonly names: readonly HumanName[]; readonly born: string | null; readonly sex: PatientRow['sex']; readonly identifier: string | null; readonly allergies?: PatientRow['allergies'] }
export interface CaseSetting {
  readonly key: string; readonly board: BoardDefinition; readonly tumorType: string; readonly urgency: 'emergency' | 'urgent' | 'routine';
  readonly origin: HospitalCode; readonly referrer: Subject; readonly patient: Patient; readonly question: string; readonly referral: Given; readonly without?: readonly string[];
  /** What the papers and every reading of them say of this tumor, where nobody says otherwise. */
  readonly findings?: Given;
}

/** One case of the demo, told in the words of what people do. */
export class CaseScript {
  readonly id: string;
  constructor(readonly world: World, readonly setting: CaseSetting) {
    this.id = seedId('case', setting.key);
  }

  get hostId(): string { return this.setting.board.hostInstitutionId; }
  at(at: Instant): Promise<void> { return this.world.at(at); }
  state(): Promise<CaseState> { return this.world.caseState(this.id); }

  async put<Name extends CaseCommandName>(by: Subject, type: Name, data: CaseCommandData[Name], more: { readonly texts?: Readonly<Record<string, string>>; readonly key?: string } = {}): Promise<void> {
    await this.world.put(by, { type, streamId: this.id, data, ...(more.texts === undefined ? {} : { texts: more.texts }) }, more.key ?? JSON.stringify(data));
  }

  /** Referral typed: patient, question, form and documents, not yet submitted. */
  async refer(): Promise<void> {
    const { setting, world } = this;
    const draftId = seedId('referral', setting.key);
    await world.put(setting.referrer, {
      type: 'openReferral', streamId: this.id, texts: { question: setting.question }, rows: { patient: this.patient() },
      data: { number: '', boardId: setting.board.id, tumorType: setting.tumorType, urgency: setting.urgency, patientId: seedId('patient', setting.key), originInstitutionId: hospitalId(setting.origin), referrerId: personId(setting.referrer), referralDraftId: draftId },
    });
    await world.follow(this.id, 'case');
    await this.answer(setting.without ?? []);
    await this.document('referralLetter', 'ru', 'Referral letter');
    await this.document('imagingReport', 'ru', 'MRI report');
    if (!(setting.without ?? []).includes('pathologyDate')) await this.document('pathologyReport', 'ru', 'Pathology report');
  }

  /** Fills in the referral form as far as it is known. */
  async answer(without: readonly string[] = []): Promise<void> {
    const form = tumorTypeOf(this.setting.board, this.setting.tumorType)?.referralForm;
    if (form === undefined) throw new Error(`No form for ${this.setting.tumorType}`);
    const draftId = seedId('referral', this.setting.key);
    await this.save(this.setting.referrer, draftId, null, form.id, answersTo(form, { ...this.setting.findings, ...this.setting.referral }, without), `referral:${without.join()}`);
    await this.put(this.setting.referrer, 'answerDataSet', { draftId }, { key: without.join() });
  }

  async document(kind: string, language: string, title: string): Promise<void> {
    const { referrer, key } = this.setting;
    const { fileId, sha256 } = await this.world.file(this.id, referrer, `${key}-${kind}.pdf`, syntheticPdf([title, `Case: ${key}`]));
    await this.put(referrer, 'addDocument', { documentId: seedId('document', key, kind), fileId, kind, language, sha256 }, { key: kind });
  }

  async consent(): Promise<void> {
    const { origin, referrer, board } = this.setting;
    const purposes = hospitalId(origin) === board.hostInstitutionId ? (['care'] as const) : (['care', 'sharingAcrossBorders'] as const);
    const { fileId } = await this.world.file(this.id, referrer, `${this.setting.key}-consent.pdf`, syntheticPdf(['Consent, signed']));
    for (const purpose of purposes) await this.put(referrer, 'recordConsent', { purpose, until: null, fileId, byGuardian: false });
  }

  async submit(): Promise<void> {
    await this.consent();
    await this.put(this.setting.referrer, 'submitReferral', { emergencyBegunBy: null });
  }

  /** Referred, checked and taken by the board: its reviews are on offer. */
  async accepted(at: Instant, after: Instant): Promise<void> {
    await this.at(at);
    await this.refer();
    await this.submit();
    await this.at(after);
    await this.put('wu', 'acceptReferral', {});
  }

  /** The open task of a kind; a seed that is run again finds it closed already, and gets the answers it got before. */
  async task(kind: TaskKind, about: Readonly<Record<string, string>> = {}): Promise<Task> {
    const tasks = Object.values((await this.state()).tasks).filter((task) => task.kind === kind && Object.entries(about).every(([name, value]) => task.about[name] === value));
    const found = tasks.find(isOpen) ?? tasks.at(-1);
    if (found === undefined) throw new Error(`Case ${this.setting.key} has no task ${kind} ${JSON.stringify(about)}`);
    return found;
  }

  async claim(by: Subject, kind: TaskKind, about: Readonly<Record<string, string>> = {}): Promise<Task> {
    const task = await this.task(kind, about);
    await this.put(by, 'claimTask', { taskId: task.id });
    return task;
  }

  /** Begins a review's form and keeps it as a draft. */
  async draft(by: Subject, kind: ReviewTaskKind, given: Given, key = 'draft', about: Readonly<Record<string, string>> = {}): Promise<{ readonly draftId: string; readonly version: number; readonly taskId: string }> {
    const task = await this.task(kind, about);
    const form = formOf(this.setting.board, kind, task.offer.discipline);
    const draftId = draftOfTask(task.id);
    const version = await this.save(by, draftId, task.id, form.id, answersTo(form, { laterality: this.setting.referral['laterality'] ?? 'notApplicable', ...this.setting.findings, ...given }), key);
    return { draftId, version, taskId: task.id };
  }

  /** The first answers of a form, kept while more is looked for. */
  async halfTyped(by: Subject, kind: ReviewTaskKind, given: Readonly<Record<string, FieldValue>>): Promise<void> {
    const task = await this.task(kind);
    const answers = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { state: 'given', value } as const]));
    await this.save(by, draftOfTask(task.id), task.id, formOf(this.setting.board, kind, task.offer.discipline).id, answers, 'half');
  }

  async review(by: Subject, kind: ReviewTaskKind, given: Given, discordance: CaseCommandData['signReview']['discordance'] = null): Promise<void> {
    await this.claim(by, kind);
    await this.readAndSign(by, kind, given, discordance);
  }

  /** A review that somebody has already is read and signed. */
  async readAndSign(by: Subject, kind: ReviewTaskKind, given: Given, discordance: CaseCommandData['signReview']['discordance'] = null): Promise<void> {
    const { draftId, version, taskId } = await this.draft(by, kind, given);
    await this.put(by, 'signReview', { taskId, draftId, seenDraftVersion: version, discordance });
  }

  /** Asks a discipline of a hospital something beside the reviews. */
  async ask(by: Subject, discipline: Discipline, institutionId: string, question: string, needed = false): Promise<void> {
    await this.put(by, 'requestOpinion', { discipline, institutionId, personId: null, needed }, { texts: { opinionQuestion: question } });
  }

  /** What a discipline was asked is answered and signed. */
  async opinion(by: Subject, discipline: Discipline, given: Given): Promise<void> {
    const about = { discipline };
    await this.claim(by, 'opinion', about);
    const { draftId, version, taskId } = await this.draft(by, 'opinion', given, `opinion:${discipline}`, about);
    await this.put(by, 'signReview', { taskId, draftId, seenDraftVersion: version, discordance: null });
  }

  private async save(by: Subject, draftId: string, taskId: string | null, formId: string, answers: ReturnType<typeof answersTo>, key: string): Promise<number> {
    const saved = await this.world.door.saveDraft({ commandId: seedId('save', draftId, key), draftId, caseId: this.id, taskId, formId, seenVersion: this.world.seenVersion(draftId), answers }, this.world.as(by));
    if (!saved.done) throw new Error(`The demo's draft was refused: ${saved.refusal.code} ${JSON.stringify(saved.refusal.facts)}`);
    const version = saved.version ?? 1;
    this.world.saw(draftId, version);
    return version;
  }

  /** The patient's row; `born` where it was mended since. */
  patient(born: string | null = this.setting.patient.born): PatientRow {
    const { key, origin, patient } = this.setting;
    return {
      id: seedId('patient', key), institutionId: hospitalId(origin), names: patient.names, born, sex: patient.sex, identifier: patient.identifier, identifierKind: patient.identifier === null ? null : 'national',
      allergies: patient.allergies ?? { state: 'none' }, contact: { phone: '+00 000 555 01' }, guardian: null,
    };
  }
}
