import { Injectable } from '@nestjs/common';
import { holds, refuse, type Calendar } from '#domain';
import type { Asker } from '../http/request.js';
import { allowed } from '../reading/may.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import { RefusalError } from '../door/refusal-error.js';
import type { CalendarViewDto, InstitutionsDto } from './people.dto.js';

@Injectable()
export class InstitutionReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  all(by: Asker): Promise<InstitutionsDto> {
    return this.reader.plain(by, async (rows) => {
      const directory = await this.directories.at(rows);
      const people = [...directory.people.values()].filter(({ active }) => active);
      return {
        items: [...directory.institutions.values()].map(({ id, code, name, zone, country, calendarId }) => ({ id, code, name: { ...name }, zone, country, calendarId, people: people.filter(({ posts }) => posts.some(({ institutionId }) => institutionId === id)).length })),
        calendars: [...directory.calendars.values()].map(({ id, version, zone, reviewedYears }) => ({ id, version, zone, reviewedYears: reviewedYears.map(({ year }) => year) })),
        may: holds(by.actor, 'admin') ? allowed('setUpInstitution') : [],
      };
    });
  }

  async calendar(by: Asker, calendarId: string): Promise<CalendarViewDto> {
    const calendar = await this.reader.plain(by, async (rows) => (await this.directories.at(rows)).calendars.get(calendarId));
    if (!calendar) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    return calendarOf(calendar);
  }
}

const calendarOf = ({ id, version, zone, week, reviewedYears, days }: Calendar): CalendarViewDto => ({
  id, version, zone, week: Object.entries(week).map(([weekday, intervals]) => ({ weekday: Number(weekday), hours: intervals.map(({ from, to }) => `${from}-${to}`) })),
  years: reviewedYears.map(({ year, status, source, note }) => ({ year, status, source, note: note ?? null })),
  days: Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, rule]) => ({ date, kind: rule.kind, reason: rule.reason, source: rule.source, status: rule.status, paysFor: rule.kind === 'swapped' ? rule.paysFor : null })),
});
