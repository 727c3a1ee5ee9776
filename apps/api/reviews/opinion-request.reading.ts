import { Inject, Injectable } from '@nestjs/common';
import { disciplinesAsked, hospitalsOf } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { isAway } from '../reading/people-of.js';
import { Reader } from '../reading/reader.js';
import type { OpinionSourcesDto } from './opinion-request.dto.js';

/** Whom a case's board can ask: the disciplines it has a form for, at the hospitals of case and board where somebody is. */
@Injectable()
export class OpinionRequestReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  sources(by: Asker, caseId: string): Promise<OpinionSourcesDto> {
    return this.reader.ofCase(by, 'case', caseId, 'list', async (rows) => {
      const state = await caseState(rows, caseId);
      if (!state) return null;
      const board = await this.directories.board(rows, state.boardId, state.boardVersion);
      const names = new Names(await this.directories.at(rows), by.language);
      const loads = new Map((await rows.query<{ owner: string; open: number }>(`select owner_id as owner, count(*)::int as open from task_row where owner_id is not null and status in ('created', 'ready', 'inProgress') group by owner_id`)).map(({ owner, open }) => [owner, open]));
      const everybody = [...names.directory.people.values()].filter(({ id, active }) => active && !state.conflicts.includes(id));
      const sources = disciplinesAsked(board).flatMap((discipline) => hospitalsOf(state, { board }).map((institutionId) => ({
        discipline, institution: names.institution(institutionId),
        people: everybody.filter(({ posts }) => posts.some((post) => post.role === 'specialist' && post.institutionId === institutionId && post.discipline === discipline))
          .map((person) => ({ person: names.person(person.id), away: isAway(person, this.clock()), openTasks: loads.get(person.id) ?? 0 })),
      })));
      const seen = new Set<string>();
      return { sources: sources.filter(({ people, discipline, institution }) => people.length > 0 && !seen.has(`${discipline}/${institution.id}`) && seen.add(`${discipline}/${institution.id}`)) };
    });
  }
}
