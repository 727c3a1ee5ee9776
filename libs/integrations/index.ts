export type { LetterContent, LetterOutcome, LetterPatient, LetterPerson, LetterTreatment, Prose } from './letters/content.js';
export { LETTER_LIMITS, renderInChild, TypstLetterRenderer, type Letter, type LetterRefusal, type LetterRenderer, type LetterResult } from './letters/letter-renderer.js';
export type { KnownDate, Place } from './wording/moments.js';
export type { WrittenLanguage } from './wording/words.js';
export { caseNewsKinds, messageIdOf, taskNewsKinds, type CaseNewsKind, type TaskNewsKind, type Mail, type MailMessage, type MailTemplate, type SingleMessage, type TaskLine } from './mail/message.js';
export { SmtpMailer, type Mailer, type MailFault, type MailResult, type SmtpSettings } from './mail/mailer.js';
export { calendarFile } from './calendars/calendar-file.js';
export { daysOfCalendarFile } from './calendars/read-calendar-file.js';
export { meetingCalendar, type CalendarPerson, type MeetingCalendar } from './invitations/meeting-calendar.js';
