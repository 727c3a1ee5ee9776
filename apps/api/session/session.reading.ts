import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { nobodyYet } from '#access';
import type { Instant, Role } from '#domain';
import { CONFIG, DOOR_SOURCE } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import type { ProcessStatusDto, SessionDto } from './session.dto.js';

/** Screens by role; the shell shows no others. The rights themselves are asked again at every route. */
const screens: Readonly<Record<string, readonly Role[] | 'any'>> = {
  cases: 'any', inbox: 'any', notifications: 'any',
  meetings: ['chair', 'scribe', 'caseManager', 'specialist', 'departmentHead'],
  transfers: ['transferCoordinator', 'caseManager', 'chair', 'departmentHead', 'referringClinician'],
  numbers: ['admin', 'caseManager', 'chair'],
  newReferral: ['referringClinician', 'caseManager'],
  audit: ['admin', 'auditor'], admin: ['admin'],
};
/** News that wait longer than this mean that the process is behind: said on every screen. */
const behindMs = 30_000;

@Injectable()
export class SessionReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(DOOR_SOURCE) private readonly door: DataSource, @Inject(CONFIG) private readonly config: { readonly demo: boolean }) {}

  session(by: Asker): Promise<SessionDto> {
    return this.reader.plain(by, async (rows) => {
      const { actor } = by;
      const names = new Names(await this.directories.at(rows), by.language);
      const me = names.person(actor.personId);
      const [row] = await rows.query<{ language: string; demo: boolean }>('select p.language, i.demo from person p, installation i where p.id = $1', [actor.personId]);
      const posts = actor.posts.map(({ institutionId, role, discipline }) => { const at = names.institution(institutionId); return { institutionId, institutionName: at.name, zone: at.zone, role, discipline }; });
      const may = Object.entries(screens).filter(([, who]) => who === 'any' || posts.some(({ role }) => who.includes(role))).map(([screen]) => screen);
      return {
        person: { id: me.id, name: me.name, nameOriginal: me.nameOriginal, lang: row?.language ?? 'en', zone: by.zone }, posts, may, demo: this.config.demo || (row?.demo ?? false), csrf: by.csrf,
        authenticatedAt: actor.authenticatedAt, endsAt: by.endsAt,
      };
    });
  }

  /** For the banner, signed in or not: no case, no name. */
  async status(): Promise<ProcessStatusDto> {
    const [row] = await this.door.query<{ since: Instant | null; demo: boolean }[]>(`select (select min(changed_at) from delivery where sent_seq < seq and changed_at < clock_timestamp() - $1 * interval '1 millisecond') as since, demo from installation`, [behindMs]);
    return { behind: row?.since != null, since: row?.since ?? null, demo: this.config.demo || (row?.demo ?? false), setupNeeded: await nobodyYet(this.door) };
  }
}
