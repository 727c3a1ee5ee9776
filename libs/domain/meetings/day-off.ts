import type { Context } from '../core/context.js';
import { dateAt } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { plusMilliseconds, type Instant } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { Calendars } from '../tasks/allowances.js';
import { notNow, runsMeetingsAt, staleMeeting, type MeetingCommand } from './definition.js';
import type { MeetingEvent } from './events.js';
import { invitedTo, type Invited } from './invited.js';
import { quorumOf, type Quorum } from './quorum.js';
import { dateOfSlot, instantOf, seriesOf, worksOn } from './series.js';
import type { Attendance, DayOff, MeetingState } from './state.js';

type Hosts = Pick<BoardDefinition, 'hostInstitutionId' | 'partnerInstitutionIds'>;

/** The board's hospitals that do not work on the day of a sitting, each by its own calendar and its own clock. */
export const hospitalsOff = ({ hostInstitutionId, partnerInstitutionIds }: Hosts, startsAt: Instant, calendars: Calendars): readonly string[] =>
  [hostInstitutionId, ...partnerInstitutionIds].filter((id) => { const zone = calendars.zone(id); return !worksOn(dateAt(startsAt, zone), zone, id, calendars); });

const wanting = ({ missingDisciplines, missingSides, specialties, specialtiesNeeded }: Quorum): number => missingDisciplines.length + missingSides.length + Math.max(0, specialtiesNeeded - specialties);

/** Of hospitals that are off, the host, and those without whose people a case could not be decided. */
const needed = (off: readonly string[], meeting: MeetingState, { board, people, agenda = [] }: Context): readonly string[] => {
  const members = invitedTo(board, people).filter(({ personId }) => meeting.leftOut?.includes(personId) !== true);
  const entry = ({ personId, discipline, institutionId, standsInFor }: Invited): Attendance => ({ personId, discipline, institutionId, how: 'byVideo', substituteFor: standsInFor, from: meeting.startsAt, leftAt: null });
  const cases = agenda.length === 0 ? [{ conflicts: [], sides: [] }] : agenda;
  const without = (hospitals: readonly string[]): number => cases.reduce((sum, of) => sum + wanting(quorumOf(board.quorum, members.filter(({ institutionId }) => !hospitals.includes(institutionId)).map(entry), meeting.startsAt, of)), 0);
  const all = without(off);
  return off.filter((id) => id === meeting.hostInstitutionId || without(off.filter((other) => other !== id)) < all);
};

/** What the series itself would do with that date: only where it made the sitting, and it stands on its own date still. */
const byRule = ({ slot, wallTime, hostInstitutionId }: MeetingState, off: readonly string[], { board, calendars, now }: Context): DayOff['byRule'] => {
  if (slot === undefined || wallTime?.startsWith(slot.date) !== true || !off.includes(hostInstitutionId)) return null;
  const series = seriesOf(board).find(({ name }) => name === slot.series)?.series;
  if (series?.onHostHoliday === 'skip') return { does: 'leaveOut' };
  const date = series === undefined ? null : dateOfSlot(series, slot.date, hostInstitutionId, calendars);
  const startsAt = series === undefined || date === null ? null : instantOf(date, series.localTime, series.zone);
  return startsAt === null || startsAt <= now ? null : { does: 'move', startsAt };
};

const week = 7 * 24 * 3_600_000;

/** A day off that was published after the date was chosen: told once, and again in the last week where nobody has said what becomes of it. */
export const dayOffSince = (meeting: MeetingState, context: Context): readonly MeetingEvent[] => {
  const { daysOffKnown: known = [], dayOff } = meeting;
  const now = hospitalsOff(context.board, meeting.startsAt, context.calendars);
  const gone = known.filter((id) => !now.includes(id));
  const found = needed(now, meeting, context).filter((id) => !known.includes(id));
  if (found.length > 0) return [event('DayOffFound', { institutionIds: found, byRule: byRule(meeting, found, context), again: false })];
  if (gone.length > 0) return [event('DayOffGone', { institutionIds: gone })];
  const late = dayOff != null && !dayOff.again && plusMilliseconds(context.now, week) >= meeting.startsAt && plusMilliseconds(dayOff.at, week / 7) <= context.now;
  return late ? [event('DayOffFound', { institutionIds: dayOff.institutionIds, byRule: byRule(meeting, dayOff.institutionIds, context), again: true })] : [];
};

/**
 * It stays on its date, though a hospital does not work then: who runs the meeting has said so. Refused: MEETING.WRONG_STATUS,
 * MEETING.NEWER_VERSION, MEETING.NO_DAY_OFF.
 */
export const confirmDate: MeetingCommand<'confirmDate'> = {
  type: 'confirmDate', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, _data, _context, seenVersion) => notNow(meeting, 'planned', 'frozen') ?? staleMeeting(meeting, seenVersion) ?? (meeting.dayOff == null ? refuse('MEETING.NO_DAY_OFF', {}) : [event('DateConfirmed', {})]),
};
