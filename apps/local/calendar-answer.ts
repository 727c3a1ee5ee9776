import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';

export const statuses = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type Status = (typeof statuses)[number];

/** Whose answer a calendar file asks for, and where it goes to; null where it asks for none. */
export function askedIn(file: string): { readonly attendee: string; readonly organizer: string } | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    const [attendee, organizer] = ['attendee', 'organizer'].map((name) => calendar.getFirstSubcomponent('vevent')?.getFirstProperty(name));
    const [person, to] = [attendee, organizer].map((each) => String(each?.getFirstValue() ?? '').replace(/^mailto:/i, ''));
    return calendar.getFirstPropertyValue('method') === 'REQUEST' && attendee?.getFirstParameter('rsvp') === 'TRUE' && person && to ? { attendee: person, organizer: to } : null;
  } catch {
    return null;
  }
}

/** Answers as the calendar of the mail's reader would: by a mail to the organizer. What the product said where it took none, else null. */
export async function answerTo(file: string, status: Status, port: number): Promise<string | null> {
  const asked = askedIn(file);
  if (asked === null) return null;
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  calendar.updatePropertyWithValue('method', 'REPLY');
  const event = calendar.getFirstSubcomponent('vevent');
  event?.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(), true));
  event?.getFirstProperty('attendee')?.setParameter('partstat', status);
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    await transport.sendMail({ from: asked.attendee, to: asked.organizer, subject: status, text: status, icalEvent: { method: 'REPLY', content: calendar.toString() } });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    transport.close();
  }
}
