import { seedId } from './cast.js';
import { DecidedCase } from './decided-case.js';
import { close, open, type Room, type Sitting } from './sittings.js';
import { settings, type Stage } from './stories-reviews.js';

const room: Room = { chair: 'zhao', scribe: 'huang', present: [['zhao', 'medicalOncology'], ['li', 'surgery'], ['sun', 'radiationOncology'], ['zhou', 'pathology'], ['gao', 'radiology'], ['asanov', 'medicalOncology']] };
const recallNote = 'The letter says that she was born in 1958; her passport says 1985.';

/** A fracture that may not be nailed before the board has spoken: it sits the same afternoon, outside its series. Its letter had a wrong year of birth: called back and made anew. */
export const extraordinaryCase = (stage: Stage) => async (): Promise<void> => {
  const { world, days, general } = stage;
  const script = new DecidedCase(world, settings.other(stage, 'fracture', 'Fracture through a lytic lesion of the femoral shaft, nailing planned for tonight: metastasis, or a sarcoma that must not be nailed?', { tumorSite: 'Femoral shaft, right', laterality: 'right', ecog: '3' }, {
    urgency: 'emergency', findings: { diagnosis: 'Lytic bone tumour with fracture, nature unknown', tumorType: 'Undifferentiated pleomorphic sarcoma of bone', procedure: 'coreBiopsy', size: 96, sizeCraniocaudal: 96, sizeTransverse: 48, sizeAnteroposterior: 51 },
  }));
  await script.accepted(days.ago(2, '01:10'), days.ago(2, '01:30'));
  await script.at(days.ago(2, '02:20'));
  await script.review('wang', 'imagingReview', { site: 'Femoral shaft, right', comment: 'One lesion only, with a soft-tissue part of 3 cm; nothing in the lungs or the other bones.' });
  await script.at(days.ago(2, '03:10'));
  await script.review('chen', 'pathologyReview', { site: 'Femoral shaft, right' });
  await script.at(days.ago(2, '03:20'));
  const sitting: Sitting = { id: seedId('meeting', 'fracture'), slot: days.ago(2, '09:00').slice(0, 10), startsAt: days.ago(2, '09:00') };
  const { zone, place } = general.series;
  await world.put('wu', { type: 'planMeeting', streamId: sitting.id, data: { number: '', boardId: general.id, startsAt: sitting.startsAt, zone, minutes: 45, place, extraordinary: true } });
  await world.follow(sitting.id, 'meeting');
  await script.put('wu', 'listForMeeting', { meetingId: sitting.id });
  await open(world, sitting, room);
  await script.advised(days, sitting, room, 25, {
    intent: 'curative', modalities: ['systemicTherapy', 'surgery'], responsible: 'asanov', proposal: 'No nail. External splint or traction, staging, chemotherapy, then wide resection with reconstruction.',
    rationale: 'A nail would carry a resectable sarcoma along the whole femur and cost the limb.', conditions: 'CT of the chest and MRI of the whole femur before chemotherapy begins.',
  });
  await close(world, days, sitting, room, 45);
  await script.at(days.ago(2, '10:10'));
  await script.signed();
  await script.at(days.ago(1, '03:10'));
  await script.acknowledged();
  await mendedLetter(script, stage);
};

async function mendedLetter(script: DecidedCase, { world, days }: Stage): Promise<void> {
  await script.at(days.ago(1, '05:40'));
  await script.put('wu', 'recallLetter', { outcomeId: (await script.outcome()).id, reason: 'wrongContent', next: 'newLetter' }, { texts: { note: recallNote } });
  await script.at(days.ago(1, '06:10'));
  await world.put('gulnara', { type: 'amendReferral', streamId: script.id, data: { patientFields: ['born'] }, rows: { patient: script.patient('1985-03-12') } });
  await script.at(days.ago(1, '06:40'));
  await script.put('wu', 'retryLetter', { taskId: (await script.task('sendLetter')).id });
}
