import { DecidedCase, type Advice } from './decided-case.js';
import type { Room, Sitting } from './sittings.js';
import { settings, type Stage } from './stories-reviews.js';

export interface Board { readonly room: Room; readonly sittings: readonly [Sitting, Sitting, Sitting, Sitting] }
type Story = () => Promise<void>;

const local: Advice = {
  intent: 'palliative', modalities: ['systemicTherapy', 'supportiveCare'], responsible: 'asanov', proposal: 'Systemic therapy at home with doxorubicin, reassess after three cycles; early palliative care.',
  rationale: 'Unresectable without loss of function that the patient does not want; the regimen is available at the referring hospital.',
};

/** Deferred for want of the blocks: on the next agenda without anybody doing so, and the origin is asked. */
export const deferredCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const script = new DecidedCase(stage.world, settings.bone(stage, 'deferred', 'Chordoma of the clivus after subtotal resection: proton therapy or watchful waiting?', { tumorSite: 'Clivus', laterality: 'midline' }, {
    findings: {
      diagnosis: 'Chordoma', whoClass: 'Chordoma, conventional', tumorType: 'Chordoma, conventional', grade: 'GX', specimen: 'Fragments of a subtotal resection', procedure: 'resection', margins: 'R2', size: 34,
      sizeCraniocaudal: 34, sizeTransverse: 28, sizeAnteroposterior: 26, huvos: { state: 'notApplicable', reason: 'No chemotherapy before surgery.' },
    },
  }));
  await script.prepared(stage.days, sittings[3]);
  await script.at(stage.days.after(sittings[3].startsAt, 20));
  await script.put(room.chair, 'deferCase', { meetingId: sittings[3].id, cause: 'imagingMissing' }, { texts: { note: 'The board wants the MRI after surgery before it advises.' } });
};

/** Decided with a dissent; two signatures are still asked for. */
export const dissentCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days } = stage;
  const script = new DecidedCase(stage.world, settings.bone(stage, 'dissent', 'High-grade sarcoma of the proximal humerus: limb salvage after poor response?', { tumorSite: 'Proximal humerus, left', laterality: 'left', huvos: 'I' }, { urgency: 'urgent' }));
  await script.prepared(days, sittings[3]);
  await script.advised(days, sittings[3], room, 45, {
    intent: 'curative', modalities: ['surgery', 'systemicTherapy'], responsible: 'omarov', proposal: 'Wide resection with reconstruction by modular prosthesis, then second-line chemotherapy.',
    rationale: 'Neurovascular bundle free on MRI; response to chemotherapy was poor.', conditions: 'Margins confirmed on a new MRI not older than three weeks.',
    dissent: ['sun', 'Preoperative radiotherapy would make a clear margin likelier; I advise against resection first.'],
  });
  await script.at(days.after(sittings[3].startsAt, 100));
  await script.signed(['sun', 'wang']);
};

/** On the way to Shanghai; the certificate of fitness to fly lapsed and its line is open again. */
export const transferCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days, world } = stage;
  const script = new DecidedCase(world, settings.bone(stage, 'transfer', 'Ewing sarcoma of the pelvis in remission after chemotherapy: resection in Shanghai?', { tumorSite: 'Right ilium, zone I', laterality: 'right', pelvicZones: ['I'] }, { urgency: 'urgent', findings: { diagnosis: 'Ewing sarcoma', whoClass: 'Ewing sarcoma', tumorType: 'Ewing sarcoma' } }));
  await script.prepared(days, sittings[0]);
  await script.advised(days, sittings[0], room, 15, {
    intent: 'curative', modalities: ['surgery'], responsible: 'li', transferTo: 'shanghai', proposal: 'Transfer to Shanghai for resection of the right ilium with navigation, within six weeks.',
    rationale: 'Resectable with limb salvage; the equipment is not available at the origin.',
  });
  await script.at(days.after(sittings[0].startsAt, 100));
  await script.signed();
  await script.at(days.after(sittings[0].startsAt, 4 * 1440));
  await script.letter('omarov', 'kk', true);
  await script.acknowledged();
  await script.patientDecides('accepted');
  await script.at(days.after(sittings[0].startsAt, 5 * 1440));
  await script.items('dina', { consentToTransfer: null, reasonAndAlternatives: null, clinicalSummary: null, passport: days.date(900), payer: null });
  await script.put('dina', 'sendTransfer', {});
  await script.at(days.after(sittings[0].startsAt, 6 * 1440));
  await script.items('dina', { fitnessToFly: null });
  await script.put('xu', 'progressTransfer', { to: 'opened' });
  await script.items('xu', { agreement: days.date(300), bed: days.date(25), costEstimate: null });
  await script.put('xu', 'acceptTransfer', { acceptingClinicianId: world.as('li').personId, plannedFor: days.date(9) });
  await script.at(days.ago(5, '06:00'));
  const { id } = await script.task('answerFollowUp', { day: '14' });
  await script.put('omarov', 'answerFollowUp', { taskId: id, answer: 'no', because: 'conditionNotMet' }, { texts: { note: 'Waits for the transfer.' } });
  await script.items('xu', { invitationLetter: days.date(60), contingencyPlan: null });
  await script.items('dina', { visa: days.date(80), transport: null });
};

export const refusedTransferCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days } = stage;
  const script = new DecidedCase(stage.world, settings.other(stage, 'refused', 'Recurrent soft-tissue sarcoma of the thigh near the femoral vessels: salvage surgery with vascular reconstruction?', { tumorSite: 'Thigh, left', laterality: 'left' }, {
    tumorType: 'softTissueSarcoma', findings: { diagnosis: 'Undifferentiated pleomorphic sarcoma', tumorType: 'Undifferentiated pleomorphic sarcoma', size: 71, sizeCraniocaudal: 71, sizeTransverse: 58, sizeAnteroposterior: 49 },
  }));
  await script.prepared(days, sittings[1]);
  await script.advised(days, sittings[1], room, 25, {
    intent: 'curative', modalities: ['surgery', 'radiotherapy'], responsible: 'li', transferTo: 'shanghai', proposal: 'Resection with vascular reconstruction in Shanghai, radiotherapy afterwards at home.', rationale: 'Single recurrence, vessels can be replaced.',
  });
  await script.at(days.after(sittings[1].startsAt, 120));
  await script.signed();
  await script.at(days.after(sittings[1].startsAt, 2 * 1440));
  await script.acknowledged();
  await script.patientDecides('accepted');
  await script.at(days.after(sittings[1].startsAt, 3 * 1440));
  await script.items('gulnara', { consentToTransfer: null, clinicalSummary: null, reasonAndAlternatives: null });
  await script.put('gulnara', 'sendTransfer', {});
  await script.at(days.ago(3, '06:30'));
  await script.put('xu', 'refuseTransfer', { reason: 'noBed' }, { texts: { note: 'No bed in the vascular unit before the end of January.' } });
  await script.at(days.ago(2, '05:00'));
  await script.put('gulnara', 'askSecondOpinion', { outcomeId: (await script.outcome()).id, reason: 'patientsWish', where: 'otherBoard' }, { texts: { note: 'The family wants to hear whether it can be operated on nearer home.' } });
  await script.at(days.ago(2, '09:30'));
  await script.put('gulnara', 'sendSecondOpinion', { taskId: (await script.task('secondOpinion')).id }, { texts: { recipient: 'Sarcoma board of a university hospital in Ankara', note: 'The signed letter, MRI of October on disc, six slides by courier.' } });
};

export const followUpCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days } = stage;
  const script = new DecidedCase(stage.world, settings.other(stage, 'followUp', 'Myxofibrosarcoma of the forearm, R1: re-resection or radiotherapy?', { tumorSite: 'Forearm, right', laterality: 'right', languageAndInterpreter: 'Hebrew' }, {
    origin: 'telaviv', referrer: 'levi', tumorType: 'softTissueSarcoma',
    findings: { diagnosis: 'Myxofibrosarcoma', tumorType: 'Myxofibrosarcoma', specimen: 'Excision, forearm', procedure: 'resection', margins: 'R1', size: 38, sizeCraniocaudal: 38, sizeTransverse: 27, sizeAnteroposterior: 22 },
  }));
  await script.prepared(days, sittings[0]);
  await script.advised(days, sittings[0], room, 40, { ...local, intent: 'curative', modalities: ['radiotherapy'], responsible: 'levi', proposal: 'Radiotherapy of the bed, 60 Gy; no re-resection.', rationale: 'Re-resection would cost the median nerve.' });
  await script.at(days.after(sittings[0].startsAt, 110));
  await script.signed();
  await script.at(days.after(sittings[0].startsAt, 3 * 1440));
  await script.letter('levi', 'he');
  await script.letter('levi', 'he', true);
  await script.acknowledged();
  await script.patientDecides('accepted');
  await script.at(days.after(sittings[0].startsAt, 18 * 1440));
  const { id } = await script.task('answerFollowUp', { day: '14' });
  await script.put('levi', 'answerFollowUp', { taskId: id, answer: 'partly', because: 'comorbidity' }, { texts: { note: 'Begun, interrupted for pneumonia.' } });
};

export const closedCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days } = stage;
  const script = new DecidedCase(stage.world, settings.other(stage, 'closed', 'Metastatic leiomyosarcoma: which systemic therapy can be given at home?', { tumorSite: 'Uterus, liver', laterality: 'notApplicable', ecog: '2' }, { findings: { diagnosis: 'Leiomyosarcoma', tumorType: 'Leiomyosarcoma', spread: 'Three metastases in the liver, none elsewhere.' } }));
  await script.prepared(days, sittings[0]);
  await script.advised(days, sittings[0], room, 60, local);
  await script.at(days.after(sittings[0].startsAt, 130));
  await script.signed();
  await script.at(days.after(sittings[0].startsAt, 2 * 1440));
  await script.acknowledged();
  await script.patientDecides('accepted');
  await script.at(days.ago(4, '07:00'));
  await script.put('gulnara', 'closeCase', { reason: 'treatedLocally' }, { texts: { note: 'Treatment began in Bishkek.' } });
};

/** Listed, not discussed: a standard covers it, and the chair signed it off by its guideline at the last sitting. */
export const standardCase = (stage: Stage, { room, sittings }: Board): Story => async () => {
  const { days } = stage;
  const last = sittings[3];
  const script = new DecidedCase(stage.world, settings.other(stage, 'standard', 'Completely removed low-grade liposarcoma of the thigh: is anything needed beside follow-up?', { tumorSite: 'Thigh, right', laterality: 'right' }, { findings: { diagnosis: 'Atypical lipomatous tumour', tumorType: 'Atypical lipomatous tumour', spread: 'None.' } }));
  await script.prepared(days, last);
  await script.at(days.before(last.startsAt, 2, '06:40'));
  const guideline = { code: 'ESMO-STS', edition: '2021' };
  const words = 'No further treatment; examination and MRI of the thigh every six months for five years.';
  await script.put('wu', 'markStandardOfCare', { guideline }, { texts: { standard: words } });
  await script.at(days.after(last.startsAt, 4));
  await script.put(room.chair, 'signOffStandardOfCare', { meetingId: last.id, guideline }, { texts: { proposal: words } });
};
