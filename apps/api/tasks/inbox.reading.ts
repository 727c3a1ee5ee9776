import { Inject, Injectable } from '@nestjs/common';
import { dateAt, handsOnMinutes, reviewTaskKinds, type HandsOn, type Instant } from '#domain';
import { afterKey, dated, keyColumn, writeCursor } from '#persistence';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { patientNameColumns, patientNameOf, type PatientNameRow } from '../patients/patient-of.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { allowed } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader, type Rows } from '../reading/reader.js';
import { taskColumns, taskOfRow, type TaskRow } from '../reading/task-of.js';
import type { InboxCountsDto, InboxGroup, InboxItemDto, InboxPageDto } from './task.dto.js';
import type { InboxQueryDto } from './inbox.dto.js';

interface Row extends TaskRow, PatientNameRow { case_number: string; urgency: InboxItemDto['urgency']; tumor_type: string; handed_to: string | null; acting_for: string | null; due_at: Instant | null; key_at: string }
interface Counts extends InboxCountsDto { directory: number; work: Readonly<Record<string, HandsOn>> | null }

/** The median of the newest two hundred of each kind. */
const handsOn = `(select jsonb_object_agg(kind, jsonb_build_object('samples', samples, 'medianMs', median)) from (
  select k.kind, count(n.hands_on_ms) as samples, percentile_disc(0.5) within group (order by n.hands_on_ms) as median from unnest($1::text[]) k(kind),
    lateral (select hands_on_ms from task_time t where t.kind = k.kind and t.hands_on_ms is not null order by closed_at desc limit 200) n group by k.kind) each_kind)`;
/** How many minutes of work each kind of review usually is. */
const minutesOf = (work: Counts['work']): ReadonlyMap<string, number> => new Map(reviewTaskKinds.map((kind) => [kind, handsOnMinutes(kind, work?.[kind] ?? null)]));

const open = `status in ('created', 'ready', 'inProgress')`;
const columns = `${taskColumns('t')}, t.case_number, t.urgency, t.due_at, t.handed_to, t.acting_for, c.tumor_type, c.patient_id, ${patientNameColumns}, ${keyColumn('t.due_at')} as key_at`;
const joined = 'join case_row c on c.id = t.case_id left join patient p on p.id = c.patient_id';

/** Pools of the reader's posts, as one condition a pool so that each walks its own index: an "or" of disciplines would sort all that is open. */
function pools(by: Asker, conditions: Conditions): string[] {
  return by.actor.posts.flatMap(({ institutionId, role, discipline }) => {
    const held = `owner_id is null and offer_institution_id = ${conditions.value(institutionId)}::uuid and offer_role = ${conditions.value(role)}`;
    const any = `${held} and offer_discipline is null`;
    return discipline === null ? [any] : [any, `${held} and offer_discipline = ${conditions.value(discipline)}`];
  });
}

/**
 * A page of the inbox in two reading statements, at any number of open cases: the counts (with the directory's version) and the page. Who has some minutes
 * gets the reviews that usually take no longer, and of which nothing is awaited.
 */
@Injectable()
export class InboxReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  page(by: Asker, query: InboxQueryDto): Promise<InboxPageDto> {
    return this.reader.ofCases(by, 'inbox', 'list', async (rows) => {
      const size = pageSize(query.limit);
      const asked = query.minutes === undefined ? null : Number(query.minutes);
      const { directory, work, ...counts } = await this.counts(rows, asked !== null);
      const minutes = asked === null ? null : minutesOf(work);
      const fitting = minutes === null || asked === null ? null : [...minutes].filter(([, each]) => each <= asked).map(([kind]) => kind);
      const found = await rows.query<Row>(...this.statement(by, query, size, fitting));
      const names = new Names(await this.directories.at(rows, directory), by.language);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      const items = page.map((row) => this.item(row, names, by, minutes));
      return { answer: { items, counts, next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null }, caseIds: page.map(({ case_id }) => case_id) };
    });
  }

  /** With the directory's version, and where minutes are asked for, how long reviews were worked on of late. */
  private async counts(rows: Rows, withWork: boolean): Promise<Counts> {
    const [row] = await rows.query<Counts>(`select (select directory from installation) as directory, mine, overdue, pool, handed_to_me as "handedToMe", ${withWork ? handsOn : 'null'} as work from inbox_counts()`, withWork ? [reviewTaskKinds] : []);
    return row ?? { directory: 0, mine: 0, overdue: 0, pool: 0, handedToMe: 0, work: null };
  }

  /** Each branch takes one page from its own index; the page of the whole is among them. */
  private statement(by: Asker, query: InboxQueryDto, size: number, fitting: readonly string[] | null): [string, readonly unknown[]] {
    const conditions = new Conditions(by.actor.personId);
    const key = keyOf(query.after);
    const after = key ? `and ${afterKey('due_at', 'id', conditions.values.length + 1)}` : '';
    if (key) conditions.values.push(key.at, key.id);
    const only = [query.kind === undefined ? '' : `and kind = ${conditions.value(query.kind)}`, fitting === null ? '' : `and not paused and kind = any(${conditions.value(fitting)}::text[])`, query.urgency === undefined ? '' : `and urgency = ${conditions.value(query.urgency)}`].join(' ');
    const branch = (condition: string) => `(select id from task_row where ${open} and ${condition} ${only} ${after} order by ${dated('due_at')}, id limit ${size + 1})`;
    const branches = this.branches(by, query, conditions, branch);
    // a person in two posts may meet a task in two pools
    return [`select ${columns} from (select distinct id from (${branches.join(' union all ')}) every) few join task_row t on t.id = few.id ${joined}
      order by ${dated('t.due_at')}, t.id limit ${size + 1}`, conditions.values];
  }

  private branches(by: Asker, { of }: InboxQueryDto, conditions: Conditions, branch: (condition: string) => string): string[] {
    const handed = branch('handed_to = $1');
    if (of === 'handedToMe') return [handed];
    if (of === 'waitingOnOthers') return [
      branch(`owner_id is not null and owner_id <> $1 and case_id in (select id from case_row where referrer_id = $1 or origin_case_manager_id = $1 or host_case_manager_id = $1)`),
      branch('acting_for = $1'), branch('owner_id = $1 and handed_to is not null'),
    ];
    // who holds no post has no pool: their own branch stays, empty, so that the statement has one and names its first parameter
    const own = branch(of === 'pool' ? 'owner_id = $1 and false' : 'owner_id = $1');
    if (of === 'own') return [own];
    const open = pools(by, conditions).map((held) => branch(held));
    return of === 'pool' ? [own, ...open] : [own, handed, ...open];
  }

  private item(row: Row, names: Names, by: Asker, minutes: ReadonlyMap<string, number> | null): InboxItemDto {
    const now = this.clock();
    const group = groupOf(row, by, now);
    return {
      task: taskOfRow(row, names, now, mayIn(group, row.owner_id === by.actor.personId)), caseNumber: row.case_number, tumorType: row.tumor_type, urgency: row.urgency, group, usualMinutes: minutes?.get(row.kind) ?? null,
      patient: patientNameOf(row) ?? { id: row.patient_id, names: [], born: null, sex: 'unknown' },
    };
  }
}

/** What a row can say without asking the domain; its preview asks. */
function mayIn(group: InboxGroup, own: boolean) {
  switch (group) {
    case 'pool': return allowed('claimTask');
    case 'handedToMe': return allowed('acceptHandOver', 'refuseHandOver');
    case 'waitingOnOthers': return own ? allowed('takeBackTask') : [];
    case 'overdue': case 'today': case 'thisWeek': case 'later': case 'undated': return allowed('releaseTask');
  }
}

/** By the reader's own calendar day and week (Monday to Sunday), once it is plain that it is the reader's turn. */
function groupOf(row: Pick<Row, 'owner_id' | 'handed_to' | 'due_at'>, { actor, zone }: Asker, now: Instant): InboxGroup {
  if (row.handed_to === actor.personId) return 'handedToMe';
  if (row.owner_id === null) return 'pool';
  if (row.owner_id !== actor.personId || row.handed_to !== null) return 'waitingOnOthers';
  if (row.due_at === null) return 'undated';
  if (row.due_at <= now) return 'overdue';
  const [today, day] = [dateAt(now, zone), dateAt(row.due_at, zone)];
  if (day === today) return 'today';
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const sunday = new Date(Date.parse(`${today}T00:00:00Z`) + (6 - weekday) * 86_400_000).toISOString().slice(0, 10);
  return day <= sunday ? 'thisWeek' : 'later';
}
