/**
 * A meeting as a calendar file (RFC 5545, RFC 5546). One UID for the life of a meeting, times in UTC so that no
 * calendar has to know a zone, each sitting an event of its own and never a recurrence (P33).
 */
import ical, {
  ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency,
} from 'ical-generator';

export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

export interface MeetingCalendar {
  /** The meeting's id; UID is made from it. */
  readonly meetingId: string;
  /** Host part of the UID, the same for ever. */
  readonly host: string;
  /**
   * REQUEST: invited, or the meeting has changed. CANCEL: the meeting doesn't take place, or, to people taken off it,
   * no longer for them.
   */
  readonly method: 'REQUEST' | 'CANCEL';
  /**
   * 0 at first, one more with every change of time, place or cancellation. Calendars ignore a file whose sequence is
   * not above that of the last; who is added later gets the current one.
   */
  readonly sequence: number;
  /** When this was decided (UTC instant): of two files with one sequence the later stamp holds. */
  readonly at: string;
  readonly startsAt: string;
  readonly minutes: number;
  /** The board's and the meeting's name. Never a patient, a diagnosis or a case. */
  readonly title: string;
  readonly place: string;
  /** The meeting's page; ids only. */
  readonly link: string;
  readonly organizer: CalendarPerson;
  /** Whether answers sent to the organizer's address are read: if not, calendars are told to ask for none. */
  readonly answersAreRead: boolean;
  /** Whom this file is for. */
  readonly attendees: readonly CalendarPerson[];
}

/** The file's content: UTF-8, CRLF, lines folded at 75 octets. */
export function meetingCalendar(meeting: MeetingCalendar): string {
  const cancelled = meeting.method === 'CANCEL';
  const start = new Date(meeting.startsAt);
  const calendar = ical({
    prodId: { company: 'Consilium', product: 'Tumor board' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: `${meeting.meetingId}@${meeting.host}`,
    sequence: meeting.sequence,
    stamp: new Date(meeting.at),
    start,
    end: new Date(start.getTime() + meeting.minutes * 60_000),
    summary: oneLine(meeting.title),
    location: oneLine(meeting.place),
    url: meeting.link,
    organizer: { name: oneLine(meeting.organizer.name), email: meeting.organizer.address },
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  for (const { name, address } of meeting.attendees) {
    event.createAttendee({
      name: oneLine(name), email: address, rsvp: !cancelled && meeting.answersAreRead, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION,
    });
  }
  return calendar.toString();
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
