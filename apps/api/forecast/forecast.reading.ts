import { Injectable } from '@nestjs/common';
import { usualDayMs, whoCould, type CaseState, type Forecast } from '#domain';
import { cardColumns, cardFrom, type CardRow } from '../cases/card-rows.js';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { workContext } from '../reading/due.js';
import { Names } from '../reading/names.js';
import { peopleOf } from '../reading/people-of.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { ForecastCandidateDto, CaseForecastDto, ForecastDto, ForecastStepDto } from './forecast.dto.js';
import { forecastOf, meetingOf, type Outlook } from './forecast-of.js';
import { Outlooks } from './outlooks.js';

const candidatesShown = 3;

/** "Will it make Thursday?" of one case, with every step of the reasoning and who could take over the one blocker. */
@Injectable()
export class ForecastReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly outlooks: Outlooks) {}

  of(by: Asker, caseId: string): Promise<CaseForecastDto> {
    return this.reader.ofCase(by, 'forecast', caseId, 'list', async (rows) => {
      const [row] = await rows.query<CardRow>(`select ${cardColumns} from ${cardFrom} where c.id = $1`, [caseId]);
      const state = await caseState(rows, caseId);
      if (!row || !state) return null;
      const directory = await this.directories.at(rows);
      const outlook = await this.outlooks.at(rows, directory);
      const heading = meetingOf(row, outlook);
      const told = heading && forecastOf(row, heading.meeting, outlook, await this.directories.board(rows, row.board_id, row.board_version));
      if (!told) return { forecast: null };
      const { id, number, starts_at, zone } = heading.meeting;
      const names = new Names(directory, by.language);
      return { forecast: { meetingId: id, meetingNumber: number, startsAt: starts_at, zone, listed: heading.listed, ...dtoOf(told, names), couldTakeIt: await couldTake(rows, told, state, outlook, names) } };
    });
  }
}

const dtoOf = ({ verdict, cutAt, usualAt, slowAt, steps, blocker }: Forecast, names: Names): Omit<ForecastDto, 'meetingId' | 'meetingNumber' | 'startsAt' | 'zone' | 'listed' | 'couldTakeIt'> => ({
  verdict, cutAt, usualAt, slowAt, blocker,
  steps: steps.map(({ ownerId, offer, after, ...step }): ForecastStepDto => {
    const context = workContext(names.directory, { institutionId: offer.institutionId, ownerId, pauses: [] });
    return { ...step, after: [...after], owner: names.maybe(ownerId), pool: names.pool(offer.institutionId, offer.role, offer.discipline), dayMs: context === null ? 24 * 3_600_000 : usualDayMs(context.calendar) };
  }),
});

/** For work that weighs evidence those in conflict of interest are left out; for what keeps a case moving everybody of the pool counts. */
async function couldTake(rows: Rows, told: Forecast, state: CaseState, outlook: Outlook, names: Names): Promise<ForecastCandidateDto[]> {
  const step = told.blocker === null ? undefined : told.steps[told.blocker];
  if (step === undefined || told.verdict === 'onTrack') return [];
  const { role, institutionId, discipline } = step.offer;
  const pool = peopleOf(outlook.directory, outlook.now).holding(role, institutionId, discipline ?? undefined);
  const loads = await rows.query<{ id: string; n: number }>(`select owner_id as id, count(*)::int as n from task_row where owner_id = any($1::uuid[]) and status in ('created', 'ready', 'inProgress') group by owner_id`, [pool.map(({ id }) => id)]);
  const load = new Map(loads.map(({ id, n }) => [id, n]));
  const found = whoCould(step, pool, step.offer.role === 'specialist' ? state.conflicts : [], (id) => load.get(id) ?? 0, told.cutAt, outlook.now, state.urgency, outlook.clock);
  return found.slice(0, candidatesShown).map(({ personId, ...candidate }) => ({ ...candidate, person: names.person(personId) }));
}
