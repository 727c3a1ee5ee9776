import { dayName, type Instant, type Obstacle, type OtherSitting, type SlotWorld } from '#domain';
import type { Directory } from '../reading/directory.js';
import type { Rows } from '../reading/reader.js';
import type { ObstacleDto } from './slot.dto.js';

/** Sittings of boards that the reader may see, between two instants: who is invited and has not said that they stay away is taken by them. */
const sittingsBetween = (rows: Rows, from: Instant, to: Instant, except: string | null): Promise<OtherSitting[]> => rows.query<OtherSitting>(`
  select m.id, m.number, m.starts_at as "startsAt", m.minutes, coalesce((select jsonb_agg(i.id) from jsonb_array_elements_text(m.meeting->'invited') i(id)
      where not exists (select 1 from jsonb_array_elements(m.meeting->'answers') a where a->>'personId' = i.id and a->>'answer' = 'notComing')), '[]') as "personIds"
  from meeting_row m where m.status in ('planned', 'frozen', 'open') and m.starts_at > $1::timestamptz - interval '10 hours' and m.starts_at < $2::timestamptz + interval '10 hours' and m.id is distinct from $3::uuid`, [from, to, except]);

/** What coming depends on, as the directory and the meetings stand now. */
export async function slotWorld(rows: Rows, directory: Directory, from: Instant, to: Instant, except: string | null): Promise<SlotWorld> {
  return {
    calendarOf: (institutionId) => {
      const calendar = directory.calendars.get(directory.institutions.get(institutionId)?.calendarId ?? '');
      if (!calendar) throw new Error(`Institution ${institutionId} has no calendar`);
      return calendar;
    },
    leaveOf: (personId) => directory.people.get(personId)?.leave ?? [],
    sittings: await sittingsBetween(rows, from, to, except),
  };
}

export function obstacleDto(obstacle: Obstacle | null, language: string): ObstacleDto | null {
  if (obstacle === null) return null;
  const none = { kind: obstacle.kind, date: null, reason: null, source: null, status: null, meetingNumber: null, minutes: null };
  switch (obstacle.kind) {
    case 'holiday': return { ...none, date: obstacle.date, reason: dayName(obstacle, language), source: obstacle.source, status: obstacle.status };
    case 'dayOff': return { ...none, date: obstacle.date };
    case 'otherMeeting': return { ...none, meetingNumber: obstacle.number };
    case 'outsideHours': return { ...none, minutes: obstacle.minutes };
    case 'leave': case 'night': return none;
  }
}
