import type { Instant } from '#domain';
import { keyColumn } from '#persistence';
import type { Names } from '../reading/names.js';
import type { MeetingRowDto, MeetingStatus } from './meeting.dto.js';

export interface MeetingRow { id: string; number: string; board_id: string; host_institution_id: string; starts_at: Instant; zone: string; minutes: number; place: string; status: MeetingStatus; freeze_at: Instant; cut_at: Instant; extraordinary: boolean; day_off: string[]; listed: number; ready: number; key_at: string }

/** Counts only cases that the reader may see. Ready: no review, material or answer is open, and nothing that the board needs first. */
export const meetingColumns = `m.id, m.number, m.board_id, m.host_institution_id, m.starts_at, m.zone, m.minutes, m.place, m.status, m.freeze_at, m.cut_at, coalesce((m.meeting->>'extraordinary')::boolean, false) as extraordinary,
  case when m.status in ('planned', 'frozen') then coalesce(m.meeting -> 'dayOff' -> 'institutionIds', '[]') else '[]' end as day_off, ${keyColumn('m.starts_at')} as key_at,
  (select count(*) from agenda_row a where a.meeting_id = m.id and (a.result is null or a.outcome_id is not null)) as listed,
  (select count(*) from agenda_row a where a.meeting_id = m.id and a.result is null and not exists (select 1 from task_row t where t.case_id = a.case_id and t.status in ('created', 'ready', 'inProgress')
    and (t.about ->> 'needed' = 'meeting' or t.kind in ('pathologyReview', 'secondPathologyReview', 'imagingReview', 'supplyMaterial', 'resolveDiscordance', 'provideInformation', 'removeDeferralCause')))) as ready`;

export const meetingRowOf = (row: MeetingRow, names: Names): MeetingRowDto => ({
  id: row.id, number: row.number, board: names.board(row.board_id), host: names.institution(row.host_institution_id), startsAt: row.starts_at, zone: row.zone, minutes: row.minutes, place: row.place,
  status: row.status, freezeAt: row.freeze_at, cutAt: row.cut_at, extraordinary: row.extraordinary, dayOff: row.day_off.map((id) => names.institution(id)), listed: row.listed, ready: row.ready,
});
