import type { MeetingState } from '#domain';
import type { Projection } from './change.js';
import { upsert } from './upsert.js';

/** A sitting as agenda and calendar show it. */
export const projectMeeting: Projection<MeetingState> = async (tx, { after, seq }) => {
  await upsert(tx, 'meeting_row', ['id'], [{
    id: after.id, number: after.number, board_id: after.boardId, host_institution_id: after.hostInstitutionId, starts_at: after.startsAt, zone: after.zone, minutes: after.minutes,
    place: after.place, status: after.status, freeze_at: after.freezeAt, cut_at: after.cutAt, meeting: after, version: after.version, seq,
  }]);
};
