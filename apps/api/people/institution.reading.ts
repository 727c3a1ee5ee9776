import { Inject, Injectable } from '@nestjs/common';
import { holds, yearsToReview } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { allowed } from '../reading/may.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import type { InstitutionsDto } from './people.dto.js';

@Injectable()
export class InstitutionReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  all(by: Asker): Promise<InstitutionsDto> {
    return this.reader.plain(by, async (rows) => {
      const directory = await this.directories.at(rows);
      const people = [...directory.people.values()].filter(({ active }) => active);
      return {
        items: [...directory.institutions.values()].map(({ id, code, name, zone, country, calendarId }) => ({ id, code, name: { ...name }, zone, country, calendarId, people: people.filter(({ posts }) => posts.some(({ institutionId }) => institutionId === id)).length })),
        calendars: [...directory.calendars.values()].map((calendar) => ({ id: calendar.id, version: calendar.version, zone: calendar.zone, reviewedYears: calendar.reviewedYears.map(({ year }) => year), yearsToReview: [...yearsToReview(calendar, this.clock())] })),
        may: holds(by.actor, 'admin') ? allowed('setUpInstitution') : [],
      };
    });
  }
}
