import type { MeetingState } from '#domain';
import type { Projection } from './change.js';
import { insert, upsert } from './upsert.js';

/** A sitting as agenda and calendar show it. */
export const projectMeeting: Projection<MeetingState> = async (tx, { after, seq }) => {
  await upsert(tx, 'meeting_row', ['id'], [{
    id: after.id, number: after.number, board_id: after.boardId, host_institution_id: after.hostInstitutionId, starts_at: after.startsAt, zone: after.zone, minutes: after.minutes,
    place: after.place, status: after.status, freeze_at: after.freezeAt, cut_at: after.cutAt, meeting: after, version: after.version, seq,
  }]);
};

/** Who may see its agenda for this sitting alone. */
export const projectGuests: Projection<MeetingState> = async (tx, { before, after }) => {
  const [was, now] = [before?.guests ?? [], after.guests ?? []];
  if (JSON.stringify(was) === JSON.stringify(now)) return;
  await tx.query('delete from meeting_guest where meeting_id = $1', [after.id]);
  await insert(tx, 'meeting_guest', now.map(({ personId }) => ({ meeting_id: after.id, person_id: personId })));
};
