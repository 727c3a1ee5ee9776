import { Inject, Injectable } from '@nestjs/common';
import { differenceOf, holds, readCalendar, refuse, yearsToReview, type Calendar, type InstitutionState } from '#domain';
import { calendarFile, daysOfCalendarFile } from '#integrations';
import { CLOCK, type Clock } from '../door/tokens.js';
import { RefusalError } from '../door/refusal-error.js';
import type { Asker } from '../http/request.js';
import { FieldsError } from '../http/validation.js';
import { allowed } from '../reading/may.js';
import { Directories } from '../reading/directory.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { changeView, calendarView } from './calendar-view.js';
import type { HospitalCalendarDto, ReadCalendarDto, ReadCalendarFileDto } from './calendar.dto.js';

interface DraftRow { number: number; definition: Calendar; author: string; at: string }
const notThere = (): RefusalError => new RefusalError(refuse('ACCESS.NOT_FOUND', {}));

/** Hospitals' calendars: what is in force, what awaits its review, and both as files. */
@Injectable()
export class CalendarReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  /** For the hospital's own admins; to others it isn't there. */
  ofHospital(by: Asker, institutionId: string): Promise<HospitalCalendarDto> {
    return this.reader.plain(by, async (rows) => {
      const names = new Names(await this.directories.at(rows), by.language);
      const institution = names.directory.institutions.get(institutionId);
      const calendar = institution && names.directory.calendars.get(institution.calendarId);
      if (!calendar || !holds(by.actor, 'admin', institutionId)) throw notThere();
      const [head] = await rows.query<{ state: InstitutionState }>(`select state from stream where id = $1`, [institutionId]);
      const number = head?.state.calendar?.draft?.number;
      const [draft] = number === undefined ? [] : await rows.query<DraftRow>('select number, definition, author, at from calendar_draft where institution_id = $1 and number = $2', [institutionId, number]);
      return {
        institution: names.institution(institutionId), inForce: calendarView(calendar, names), drafts: head?.state.calendar?.drafts ?? 0, yearsToReview: [...yearsToReview(calendar, this.clock())], may: allowed('draftCalendar', 'publishCalendar'),
        draft: draft ? { number: draft.number, by: names.maybe(draft.author), at: draft.at, calendar: calendarView(draft.definition, names), changes: differenceOf(calendar, draft.definition).map((change) => changeView(change, names)) } : null,
      };
    });
  }

  async view(by: Asker, calendarId: string) {
    const names = new Names(await this.reader.plain(by, (rows) => this.directories.at(rows)), by.language);
    const calendar = names.directory.calendars.get(calendarId);
    if (!calendar) throw notThere();
    return { ...calendarView(calendar, names), yearsToReview: [...yearsToReview(calendar, this.clock())] };
  }

  /** Whole and exact as JSON; as .ics the days that differ, for other calendars. */
  async file(by: Asker, calendarId: string, format: 'json' | 'ics'): Promise<string> {
    const directory = await this.reader.plain(by, (rows) => this.directories.at(rows));
    const calendar = directory.calendars.get(calendarId);
    if (!calendar) throw notThere();
    if (format === 'json') return `${JSON.stringify(calendar, null, 2)}\n`;
    const hospital = [...directory.institutions.values()].find((each) => each.calendarId === calendarId);
    return calendarFile(calendar, hospital ? inLanguage(hospital.name, by.language) : calendarId);
  }

  /** What somebody's file says, as a calendar to lay down. Nothing is kept. */
  async read(by: Asker, institutionId: string, { format, text }: ReadCalendarFileDto): Promise<ReadCalendarDto> {
    const directory = await this.reader.plain(by, (rows) => this.directories.at(rows));
    const institution = directory.institutions.get(institutionId);
    const inForce = institution && directory.calendars.get(institution.calendarId);
    if (!inForce || !holds(by.actor, 'admin', institutionId)) throw notThere();
    if (format === 'ics') {
      const thisYear = Number(this.clock().slice(0, 4));
      const days = daysOfCalendarFile(text, [...new Set([...inForce.reviewedYears.map(({ year }) => year), thisYear, thisYear + 1])]);
      if (days === null) throw new FieldsError([{ field: 'text', code: 'isCalendarFile' }]);
      const known = new Set(inForce.reviewedYears.map(({ year }) => String(year)));
      const fresh = [...new Set(Object.keys(days).map((date) => date.slice(0, 4)))].filter((year) => !known.has(year));
      const years = fresh.map((year) => ({ year: Number(year), status: 'provisional' as const, source: 'Imported file' }));
      return { calendar: { ...inForce, days: { ...inForce.days, ...days }, reviewedYears: [...inForce.reviewedYears, ...years] }, days: Object.keys(days).length };
    }
    const found = readCalendar(json(text));
    if ('at' in found) throw new FieldsError([{ field: `text.${found.at}`, code: 'isCalendar' }]);
    return { calendar: { ...found.calendar }, days: Object.keys(found.calendar.days).length };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FieldsError([{ field: 'text', code: 'isJson' }]);
  }
}
