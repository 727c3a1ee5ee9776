import { readAsProcess } from '#persistence';
import { derivedId, type DoorPort } from '#door';
import type { ProcessActor, ReplanCause } from '#domain';
import type { DataSource } from 'typeorm';

const actor: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
/** Cases of one turn; a few at once, so that people's own commands still find connections. */
const casesATurn = 200;
const atOnce = 4;
/** A process that died in a turn is noticed by this; its cases are asked again, which does nothing twice. */
const leaseSeconds = 60;

interface Order { id: string; cause: ReplanCause; about: { calendarIds?: string[]; personId?: string; boardId?: string; policyVersion?: number }; after_id: string | null; total: number | null }
type Result = 'moved' | 'stayed' | 'failed';

/** Open tasks that an order is about: `$1` and on are its values. Every cause without a case of its own here is about all. */
const open = `t.status in ('created','ready','inProgress') and t.deadline is not null`;
const whose: Readonly<Record<ReplanCause, string>> = {
  calendar: `t.deadline ->> 'calendarId' in (select jsonb_array_elements_text($1::jsonb -> 'calendarIds'))`, zone: `t.deadline ->> 'calendarId' in (select jsonb_array_elements_text($1::jsonb -> 'calendarIds'))`,
  leave: `t.owner_id = ($1::jsonb ->> 'personId')::uuid`, owner: `t.owner_id = ($1::jsonb ->> 'personId')::uuid`,
  policy: `t.case_id in (select id from case_row where board_id = ($1::jsonb ->> 'boardId')::uuid)`, timeZoneData: `$1::jsonb is not null`,
};

/**
 * Carries out orders to plan open deadlines anew: one derived command a case, by PostgreSQL alone, so that it goes on where it stopped,
 * also while Temporal is down. What a case moved is an event of its own; the order counts how far it has come.
 */
export class Replanner {
  constructor(private readonly door: DoorPort, private readonly source: DataSource) {}

  /** One turn of the oldest order; answers whether there was one. An order waits a second, so that what was decided beside the change is committed. */
  async turn(): Promise<boolean> {
    const [order] = await this.source.query<Order[]>(`with mine as (update replanning set lease_until = clock_timestamp() + $1 * interval '1 second' where id = (
      select id from replanning where done_at is null and requested_at < clock_timestamp() - interval '1 second' and (lease_until is null or lease_until < clock_timestamp()) order by requested_at, id limit 1 for update skip locked)
      returning id, cause, about, after_id, total) select * from mine`, [leaseSeconds]);
    if (!order) return false;
    const total = order.total ?? await this.count(order);
    if (order.total === null) await this.keepMeetings(order);
    const cases = await this.casesOf(order);
    const results: Result[] = [];
    for (let from = 0; from < cases.length; from += atOnce) results.push(...await Promise.all(cases.slice(from, from + atOnce).map((id) => this.plan(order, id))));
    const counted = (which: Result): number => results.filter((result) => result === which).length;
    await this.source.query(`update replanning set total = $2, moved = moved + $3, stayed = stayed + $4, failed = failed + $5, after_id = coalesce($6, after_id), lease_until = null,
      done_at = case when $7 then clock_timestamp() end where id = $1`, [order.id, total, counted('moved'), counted('stayed'), counted('failed'), cases.at(-1) ?? null, cases.length < casesATurn]);
    return true;
  }

  /** The time-zone database is part of every date: another version than the last one that worked here has all of them counted again. */
  async noticeTimeZoneData(version: string): Promise<void> {
    await this.source.query(`with before as (select time_zone_data from installation for update), now as (update installation set time_zone_data = $1 where time_zone_data is distinct from $1)
      insert into replanning (id, cause, about, requested_by) select gen_random_uuid(), 'timeZoneData', jsonb_build_object('from', time_zone_data, 'to', $1::text), 'process:keep-time-workflow'
      from before where time_zone_data <> $1`, [version]);
  }

  /** Sittings ahead of boards whose hospitals a calendar is of: each looks whether its day is still one. Those that fail are looked at again by their board's daily round. */
  private async keepMeetings({ id, cause, about: { calendarIds = [] } }: Order): Promise<void> {
    if (cause !== 'calendar' && cause !== 'zone') return;
    const meetings = await readAsProcess(this.source, (manager) => manager.query<{ id: string }[]>(`select m.id from meeting_row m join board b on b.id = m.board_id join board_version v on v.board_id = b.id and v.version = b.version
      where m.status in ('planned', 'frozen') and m.starts_at > clock_timestamp() and exists (select from institution i where i.calendar_id = any ($1)
        and (v.definition ->> 'hostInstitutionId' = i.id::text or v.definition -> 'partnerInstitutionIds' ? i.id::text)) order by m.starts_at, m.id`, [calendarIds]));
    for (const meeting of meetings) await this.door.put({ type: 'keepMeeting', commandId: derivedId('keepMeeting', id, meeting.id), streamId: meeting.id, data: {} }, actor).catch(() => null);
  }

  private async count({ cause, about }: Order): Promise<number> {
    const [row] = await this.source.query<{ n: number }[]>(`select count(distinct t.case_id)::int as n from task_row t where ${open} and ${whose[cause]}`, [JSON.stringify(about)]);
    return row?.n ?? 0;
  }

  private async casesOf({ cause, about, after_id: after }: Order): Promise<readonly string[]> {
    return readAsProcess(this.source, async (manager) => {
      const rows = await manager.query<{ case_id: string }[]>(`select distinct t.case_id from task_row t where ${open} and ${whose[cause]} and ($2::uuid is null or t.case_id > $2) order by t.case_id limit ${casesATurn}`, [JSON.stringify(about), after]);
      return rows.map((row) => row.case_id);
    });
  }

  /** A case that fails keeps its dates and is counted; the others go on. */
  private async plan({ id, cause, about }: Order, caseId: string): Promise<Result> {
    const { policyVersion } = about;
    try {
      const result = await this.door.put({ type: 'replanDeadlines', commandId: derivedId('replan', id, caseId), streamId: caseId, data: { cause, ...(policyVersion === undefined ? {} : { policyVersion }) } }, actor);
      if (result.done) return 'moved';
      return result.refusal.code === 'TIME.NOTHING_MOVES' || result.refusal.code === 'CASE.OVER' ? 'stayed' : 'failed';
    } catch {
      return 'failed';
    }
  }
}
