import { missingConsents, tumorTypeOf, type BoardDefinition } from '#domain';
import { answerReferral } from './acts.js';
import { patientOf } from './papers.js';
import type { Year } from './year.js';

/** Fields that referrals come without, now and then. */
const oftenMissing = ['pathologyDate', 'ecog', 'chestCt', 'comorbidities'];

/** A case is referred: by somebody of a hospital of the board, with or without all that its data set asks for. */
export function refer(year: Year, board: BoardDefinition, number: number, caseNumber: string): void {
  const { chance } = year;
  const id = year.id('case', number);
  const hospitals = [board.hostInstitutionId, ...board.partnerInstitutionIds];
  // the host's own patients are the most, the other hospitals share the rest unevenly
  const originInstitutionId = chance.happens(0.4) ? board.hostInstitutionId : (hospitals[Math.min(hospitals.length - 1, 1 + Math.floor(chance.next() ** 2 * (hospitals.length - 1)))] ?? board.hostInstitutionId);
  const referrerId = year.holding('referringClinician', originInstitutionId)[0] ?? year.holding('specialist', originInstitutionId)[0] ?? null;
  const by = year.holding('referringClinician', originInstitutionId)[0] ?? year.holding('caseManager', originInstitutionId)[0] ?? null;
  const { code: tumorType } = chance.pick(board.tumorTypes);
  const patient = patientOf(year.id('patient', number), number, originInstitutionId, chance);
  const urgency = chance.weighted({ routine: 68, urgent: 27, emergency: 5 });
  year.put(id, by, 'openReferral', { number: caseNumber, boardId: board.id, tumorType, urgency, patientId: patient.id, originInstitutionId, referrerId, referralDraftId: year.id('referral', number) },
    { texts: { question: 'What should be done next?' }, patient: { patient } });
  const opened = year.caseState(id);
  if (opened === null) return;
  const without = chance.happens(0.22) ? oftenMissing.filter((item) => tumorTypeOf(board, tumorType)?.items.some((one) => one.id === item) === true && chance.happens(0.5)) : [];
  answerReferral(year, opened, without);
  for (const purpose of missingConsents(opened, year.now)) year.put(id, by, 'recordConsent', { purpose, until: null, fileId: null, byGuardian: false });
  year.put(id, by, 'submitReferral', { emergencyBegunBy: null });
}
