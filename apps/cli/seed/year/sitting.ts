import { dateAt, disciplines, type BoardDefinition, type CaseState, type Discipline, type MeetingState } from '#domain';
import type { Year } from './year.js';

const minute = 60_000;
/** How often somebody of a discipline comes. */
const comes: Readonly<Partial<Record<Discipline, number>>> = { surgery: 0.995, medicalOncology: 0.985, radiationOncology: 0.965, pathology: 0.97, radiology: 0.975, nursing: 0.6, psychoOncology: 0.25, rehabilitation: 0.2, palliativeCare: 0.2 };

/** A sitting of a board: planned by the process, attended, its agenda heard one case after the other, closed. */
export function sitting(year: Year, board: BoardDefinition, startsAt: string, number: string): void {
  const id = year.id('meeting', board.id, startsAt);
  const { zone, minutes, place } = board.series;
  year.put(id, { kind: 'process', name: 'keep-time-workflow' }, 'planMeeting', { number, boardId: board.id, startsAt, zone, minutes, place });
  if (year.meetingState(id) !== null) year.clock.at(startsAt, () => { open(year, board, id); });
}

function open(year: Year, board: BoardDefinition, id: string): void {
  const host = board.hostInstitutionId;
  const chairs = year.holding('chair', host);
  const runs = year.holding('scribe', host)[0] ?? year.holding('caseManager', host)[0] ?? null;
  if (runs === null || chairs.length === 0) return;
  year.put(id, runs, 'openMeeting', { chairId: year.chance.pick(chairs), scribeId: runs });
  for (const discipline of disciplines) {
    if (year.chance.happens(comes[discipline] ?? (board.quorum.requiredDisciplines.includes(discipline) ? 0.97 : 0.1))) come(year, id, runs, host, discipline);
  }
  for (const partner of board.partnerInstitutionIds) {
    const discipline = disciplines.find((one) => year.holding('specialist', partner, one).length > 0);
    if (discipline !== undefined && year.chance.happens(0.985)) come(year, id, runs, partner, discipline);
  }
  const sat = year.meetingState(id);
  if (sat?.status === 'open') next(year, board, sat, runs, Date.parse(year.now) + year.chance.between(1, 3) * minute);
}

function come(year: Year, id: string, runs: string, institutionId: string, discipline: Discipline): void {
  const there = new Set((year.meetingState(id)?.attendance ?? []).map(({ personId }) => personId));
  const personId = year.holding('specialist', institutionId, discipline).find((one) => !there.has(one));
  if (personId !== undefined) year.put(id, runs, 'recordAttendance', { personId, discipline, institutionId, how: 'present', substituteFor: null });
}

/** The most urgent first, taken up one after the other; what time doesn't reach is left to the process. */
function next(year: Year, board: BoardDefinition, meeting: MeetingState, runs: string, from: number): void {
  const left = year.memory.agendaOf(meeting.id).flatMap((id) => year.caseState(id) ?? []).filter((state) => state.status === 'open');
  const state = ['emergency', 'urgent', 'routine'].flatMap((urgency) => left.filter((one) => one.urgency === urgency))[0];
  const at = from + Math.min(14, Math.max(0.7, year.chance.about(3, 0.5))) * minute;
  const isOver = at > Date.parse(meeting.startsAt) + meeting.minutes * 2 * minute;
  if (state === undefined || isOver) {
    year.clock.at(from + minute, () => { year.put(meeting.id, runs, 'closeMeeting', {}); });
    return;
  }
  year.clock.at(from, () => { year.put(meeting.id, runs, 'takeUpCase', { caseId: state.id }); });
  year.clock.at(at, () => {
    decide(year, board, state.id, meeting.id);
    // nothing was decided on it, also not that it is deferred: it must not be called again and again
    if (year.memory.agendaOf(meeting.id).includes(state.id)) year.put(state.id, year.meetingState(meeting.id)?.chairId ?? null, 'deferCase', { meetingId: meeting.id, cause: 'other' });
    if (year.memory.agendaOf(meeting.id).includes(state.id)) year.put(meeting.id, runs, 'closeMeeting', {});
    else next(year, board, meeting, runs, at);
  });
}

function decide(year: Year, board: BoardDefinition, caseId: string, meetingId: string): void {
  const { chance } = year;
  const [state, meeting] = [year.caseState(caseId), year.meetingState(meetingId)];
  const chair = meeting?.chairId ?? null;
  if (state === null || meeting === null || chair === null) return;
  const kind = chance.weighted({ recommendation: 80, deferred: 10.5, coveredByStandard: 6, referredToOtherBoard: 2, discussAgainByDate: 1.5 });
  if (kind === 'deferred') {
    year.put(caseId, chair, 'deferCase', { meetingId, cause: chance.weighted({ pathologyMissing: 38, imagingMissing: 42, stagingIncomplete: 8, patientInformationMissing: 7, other: 5 }) });
    return;
  }
  if (kind !== 'recommendation') {
    const againBy = kind === 'discussAgainByDate' ? dateAt(new Date(Date.parse(year.now) + 30 * 86_400_000).toISOString(), board.series.zone) : null;
    year.put(caseId, chair, 'recordOtherOutcome', { meetingId, kind, againBy }, { texts: { note: 'So decided.' } });
    return;
  }
  if (!recommend(year, state, meeting, chair)) year.put(caseId, chair, 'deferCase', { meetingId, cause: 'requiredDisciplineAbsent' });
}

const intents = { curative: 55, palliative: 25, diagnostic: 8, surveillance: 8, supportive: 4 } as const;
const modalities = { surgery: 40, systemicTherapy: 28, radiotherapy: 14, combined: 10, furtherDiagnostics: 5, supportiveCare: 3 } as const;

function recommend(year: Year, state: CaseState, meeting: MeetingState, chair: string): boolean {
  const { chance } = year;
  const isOff = chance.happens(0.09);
  const others = meeting.attendance.filter(({ personId, leftAt }) => personId !== chair && leftAt === null).map(({ personId }) => personId);
  const dissents = chance.happens(0.06) && others.length > 0 ? [chance.pick(others)] : [];
  const words = { proposal: 'As discussed.', rationale: 'By the findings of both reviews.', ...(isOff ? { offGuidelineReason: 'Comorbidity.' } : {}), ...Object.fromEntries(dissents.map((id) => [`dissent:${id}`, 'Would rather wait.'])) };
  return year.put(state.id, chair, 'recordRecommendation', {
    meetingId: meeting.id, intent: chance.weighted(intents), modalities: [chance.weighted(modalities)], laterality: sideOf(state), guideline: isOff ? 'offGuideline' : { code: 'ESMO', edition: '2021' }, responsibleId: chair,
    dueDate: dateAt(new Date(Date.parse(year.now) + 30 * 86_400_000).toISOString(), meeting.zone), advisesTransferTo: null, dissents, abstentions: [],
  }, { texts: words });
}

/** One and the same from intake to outcome. */
const sideOf = (state: CaseState): string | null => state.laterality ?? Object.values(state.opinions).map(({ codes }) => codes['laterality']).find((side) => side !== undefined && side !== 'notApplicable') ?? null;
