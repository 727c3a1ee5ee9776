import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { schemaState } from '#persistence';
import { yearsToReview, type Calendar } from '#domain';
import { CLOCK, READER, TEMPORAL, type Clock } from '../door/tokens.js';
import type { LiveDto, PartStateDto, ReadyDto } from './health.dto.js';

/** Whether Temporal answers, within two seconds. */
export interface TemporalHealth { answers(): Promise<boolean> }

/** A worker writes its sign of life every few seconds; older than this it is gone or stuck. */
const heartbeatMs = 30_000;
export const version = '0.1.0';

/** Readiness, part by part. People can work while Temporal and worker are behind, so only database and migrations decide. */
@Injectable()
export class Health {
  constructor(@Inject(READER) private readonly reader: DataSource, @Inject(TEMPORAL) private readonly temporalHealth: TemporalHealth, @Inject(CLOCK) private readonly clock: Clock) {}

  live(): LiveDto {
    return { status: 'up', version };
  }

  async ready(): Promise<ReadyDto> {
    const [database, temporal] = await Promise.all([this.database(), this.temporal()]);
    const migrations = database.state === 'up' ? await this.migrations() : unknown;
    const worker = database.state === 'up' && migrations.state === 'up' ? await this.worker() : unknown;
    const calendars = database.state === 'up' && migrations.state === 'up' ? await this.calendars() : unknown;
    const escalations = database.state === 'up' && migrations.state === 'up' ? await this.escalations() : unknown;
    return { status: database.state === 'up' && migrations.state === 'up' ? 'ready' : 'notReady', database, migrations, temporal, worker, calendars, escalations };
  }

  private async database(): Promise<PartStateDto> {
    return this.reader.query('select 1').then(() => ({ state: 'up' as const }), () => ({ state: 'down' as const, detail: 'PostgreSQL does not answer as role reader. Is it running, and is CONSILIUM_DATABASE_READER_URL right?' }));
  }

  private async migrations(): Promise<PartStateDto> {
    const state = await schemaState(this.reader).catch(() => null);
    if (state?.current) return { state: 'up' };
    return { state: 'down', detail: `Migrations are missing${state ? `: ${state.missing.join(', ')}` : ''}. Run consilium migrate.` };
  }

  private async temporal(): Promise<PartStateDto> {
    return (await this.temporalHealth.answers()) ? { state: 'up' } : { state: 'down', detail: 'Temporal does not answer: cases are not moved by themselves and reminders wait. Work goes on.' };
  }

  private async calendars(): Promise<PartStateDto> {
    const rows = await this.reader.query<{ definition: Calendar }[]>(`select distinct on (c.id) c.definition from calendar c where c.id in (select calendar_id from institution) order by c.id, c.version desc`).catch(() => null);
    if (rows === null) return unknown;
    const wanting = rows.flatMap(({ definition }) => yearsToReview(definition, this.clock()).map((year) => `${definition.id} ${year}`));
    return wanting.length === 0 ? { state: 'up' } : { state: 'degraded', detail: `Nobody reviewed these years yet: ${wanting.join(', ')}. Dates in them are provisional. An admin of the hospital reviews them under Calendars.` };
  }

  /** An escalation ends at an admin of the hospital: one without any goes to strangers, or, where there is none at all, to nobody. */
  private async escalations(): Promise<PartStateDto> {
    const rows = await this.reader.query<{ code: string }[]>(`select i.code from institution i where exists (select 1 from post o where o.institution_id = i.id)
      and not exists (select 1 from post o join person p on p.id = o.person_id and p.active where o.institution_id = i.id and o.role = 'admin') order by i.code`).catch(() => null);
    if (rows === null) return unknown;
    return rows.length === 0 ? { state: 'up' } : { state: 'degraded', detail: `No admin in these hospitals: ${rows.map(({ code }) => code).join(', ')}. Escalations that nobody there receives go to admins of other hospitals. Give somebody there the post.` };
  }

  private async worker(): Promise<PartStateDto> {
    const rows = await this.reader.query<{ age: number }[]>(`select (extract(epoch from clock_timestamp() - max(at)) * 1000)::float8 as age from worker_heartbeat`).catch(() => null);
    const age = rows?.[0]?.age ?? null;
    if (age === null) return { state: 'down', detail: 'No worker has given a sign of life. Start the worker.' };
    return age <= heartbeatMs ? { state: 'up', ageMs: Math.round(age) } : { state: 'behind', ageMs: Math.round(age), detail: 'The worker gives no sign of life. Start it again; nothing is lost meanwhile.' };
  }
}
const unknown: PartStateDto = { state: 'unknown' };
