/**
 * What the numbers are counted from: one row a fact, made by SQL from the events of one stream (`write_case_facts`, `write_meeting_facts`), so that a
 * page is one pass over narrow rows however long the log is. A fact can be thrown away and made again; the log can't.
 * `figure` is what is counted, `part` one of its bars' groups (a stage, a discipline, a clock), `code` the bar.
 */
const tables = /* sql */ `
create table numbers_fact (
  stream uuid not null, figure text not null, part text not null default '', code text not null, case_id uuid, meeting_id uuid, board_id uuid not null, hospital_id uuid, tumor_type text, urgency text,
  at timestamptz not null, month date not null, value_ms bigint, worked_ms bigint
);
create index numbers_fact_stream on numbers_fact (stream);
create index numbers_fact_board on numbers_fact (board_id, figure);
create index numbers_fact_meeting on numbers_fact (meeting_id, figure) where meeting_id is not null;
-- How far the log was read, by the sequencer's dense position: what is behind it is never looked at again.
create table numbers_read (one boolean primary key default true check (one), position bigint not null default 0);
insert into numbers_read default values;
-- A calendar's working time as stretches with the sum of all before, so that working time between two instants is two look-ups.
create table working_span (calendar_id text not null, version int not null, starts_at timestamptz not null, ms bigint not null, before_ms bigint not null, primary key (calendar_id, starts_at));
`;

/** Boards whose numbers a person may read: of whose host or partner hospitals somebody runs the administration, the cases or the sittings. */
const visibility = /* sql */ `
create function numbers_boards() returns setof uuid language sql stable security definer set search_path = public as $$
  select b.id from board b join board_version v on v.board_id = b.id and v.version = b.version
  where exists (select from post p join person me on me.id = p.person_id and me.active where me.id = current_person() and p.role in ('admin', 'caseManager', 'chair')
    and (p.institution_id = b.host_institution_id or v.definition -> 'partnerInstitutionIds' ? p.institution_id::text))
$$;
alter table numbers_fact enable row level security; alter table numbers_fact force row level security;
create policy numbers_fact_reader on numbers_fact for select to reader using (board_id in (select numbers_boards()));
create policy numbers_fact_door on numbers_fact to door using (true) with check (true);
create policy numbers_fact_owner on numbers_fact to owner using (true) with check (true);
grant select on numbers_fact to reader;
grant select, insert, delete on numbers_fact, working_span to door;
grant select, update on numbers_read to door;
`;

const helpers = /* sql */ `
create function worked_until(the_calendar text, the_instant timestamptz) returns numeric language sql stable as $$
  select coalesce((select s.before_ms + least(extract(epoch from (the_instant - s.starts_at)) * 1000, s.ms) from working_span s
    where s.calendar_id = the_calendar and s.starts_at <= the_instant order by s.starts_at desc limit 1), 0)
$$;
create function ms_between(a timestamptz, b timestamptz) returns bigint language sql immutable as $$ select (extract(epoch from (b - a)) * 1000)::bigint $$;
`;

const caseTypes = `'ReferralOpened', 'ReferralAmended', 'StageEntered', 'StageLeft', 'RoundOpened', 'CaseDelisted', 'CaseDeferred', 'OutcomeRecorded', 'FollowUpPlanned', 'FollowUpAnswered', 'FirstTreatmentRecorded'`;
const fileCauses = `'delisted:fileIncomplete', 'pathologyMissing', 'imagingMissing', 'stagingIncomplete', 'patientInformationMissing'`;

const caseFacts = /* sql */ `
create function write_case_facts(the_cases uuid[]) returns void language sql as $$
delete from numbers_fact where stream = any (the_cases);
with e as materialized (
  select stream, seq, type, at, actor, data, coalesce(max(case when type = 'RoundOpened' then (data ->> 'round')::int end) over (partition by stream order by seq), 1) as round
  from event where stream = any (the_cases) and type in (${caseTypes})),
opened as (
  select stream, (array_agg(data ->> 'boardId' order by seq) filter (where type = 'ReferralOpened'))[1]::uuid as board_id,
    (array_agg(data ->> 'originInstitutionId' order by seq) filter (where type = 'ReferralOpened'))[1]::uuid as hospital_id,
    (array_agg(data ->> 'hostInstitutionId' order by seq) filter (where type = 'ReferralOpened'))[1]::uuid as host_id,
    (array_agg(data ->> 'tumorType' order by seq desc) filter (where data ? 'tumorType'))[1] as tumor_type,
    (array_agg(data ->> 'urgency' order by seq desc) filter (where data ? 'urgency'))[1] as urgency
  from e where type in ('ReferralOpened', 'ReferralAmended') group by stream),
c as materialized (select o.*, h.zone, h.calendar_id from opened o join institution h on h.id = o.host_id),
ended as (
  select stream, seq, at, type, coalesce(data ->> 'meetingId', data -> 'outcome' ->> 'meetingId')::uuid as meeting_id,
    case type when 'OutcomeRecorded' then 'decided' when 'CaseDeferred' then data ->> 'cause' else 'delisted:' || (data ->> 'cause') end as code
  from e where type in ('CaseDelisted', 'CaseDeferred', 'OutcomeRecorded')),
outcome as (select stream, seq, at, data -> 'outcome' as outcome from e where type = 'OutcomeRecorded'),
answered as (select distinct on (stream, round) stream, round, at, data ->> 'answer' as answer, data ->> 'because' as because from e where type = 'FollowUpAnswered' order by stream, round, seq desc),
planned as (select distinct on (stream, round) stream, round, (select min(x ->> 'dueAt')::timestamptz from jsonb_array_elements(data -> 'followUps') x) as due_at from e where type = 'FollowUpPlanned' order by stream, round, seq desc),
treated as (select distinct on (stream) stream, (data ->> 'on')::date as day from e where type = 'FirstTreatmentRecorded' and round = 1 order by stream, seq desc),
discussed as (select distinct on (stream) stream, at from outcome where outcome ->> 'kind' in ('recommendation', 'coveredByStandard') order by stream, seq),
f (stream, figure, part, code, at, meeting_id, from_at) as (
  select stream, 'stageTime', data ->> 'stage', 'passed', at, null::uuid, from_at
    from (select *, lag(at) over same as from_at, lag(type) over same as before from e where type in ('StageEntered', 'StageLeft') window same as (partition by stream, data ->> 'stage' order by seq)) s
    where type = 'StageLeft' and before = 'StageEntered' and not (data ->> 'skipped')::boolean
  union all (select distinct on (stream) stream, 'readiness', '', case when code in (${fileCauses}) then 'notReady' else 'ready' end, at, null, null
    from ended where code = 'delisted:fileIncomplete' or (type <> 'CaseDelisted' and code <> 'listedInError') order by stream, seq)
  union all select stream, 'hearing', '', code, at, meeting_id, null from ended where type <> 'CaseDelisted'
  union all select stream, 'heard', '', 'heard', at, coalesce(data ->> 'meetingId', data -> 'outcome' ->> 'meetingId')::uuid, null from e where type in ('CaseDeferred', 'OutcomeRecorded') and actor not like 'process:%'
  union all select stream, 'outcome', '', outcome ->> 'kind', at, null, null from outcome
  union all select stream, 'guideline', '', case when jsonb_typeof(outcome -> 'guideline') = 'string' then 'offGuideline' else 'followed' end, at, null, null from outcome where outcome ->> 'kind' = 'recommendation'
  union all select stream, 'dissent', '', case when jsonb_array_length(outcome -> 'dissents') > 0 then 'dissent' else 'unanimous' end, at, null, null from outcome where outcome ->> 'kind' = 'recommendation'
  union all select d.stream, 'beforeTreatment', '', case when t.day is null then 'notKnown' when t.day < (d.at at time zone c.zone)::date then 'treatedFirst' else 'discussedFirst' end, d.at, null, null
    from discussed d join c using (stream) left join treated t using (stream)
  union all select p.stream, 'carriedOut', '', coalesce(a.answer, 'notAnswered'), coalesce(a.at, p.due_at), null, null from planned p left join answered a using (stream, round)
  union all select stream, 'whyNot', '', because, at, null, null from answered where answer <> 'yes' and because is not null
  union all select c.stream, 'waiting', w ->> 'code', case when w ->> 'breachOn' <= w ->> 'stoppedOn' then 'breached' else 'met' end, (w ->> 'stoppedOn')::date::timestamp at time zone c.zone, null, null
    from c join case_row r on r.id = c.stream cross join jsonb_array_elements(r.waiting) w where w ->> 'status' = 'stopped')
insert into numbers_fact (stream, figure, part, code, case_id, meeting_id, board_id, hospital_id, tumor_type, urgency, at, month, value_ms, worked_ms)
select f.stream, f.figure, f.part, f.code, f.stream, f.meeting_id, c.board_id, c.hospital_id, c.tumor_type, c.urgency, f.at, date_trunc('month', f.at at time zone c.zone)::date,
  ms_between(f.from_at, f.at), case when f.from_at is not null then round(worked_until(c.calendar_id, f.at) - worked_until(c.calendar_id, f.from_at))::bigint end
from f join c using (stream)
$$;
`;

const disciplines = `array['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'gastroenterology', 'nursing', 'psychoOncology', 'rehabilitation', 'palliativeCare']`;

/**
 * A sitting's facts, and the minutes a case: while the board had turned to it, up to its decision; where nobody said when it was taken up, from
 * the decision before it in the same sitting, or from the opening.
 */
const meetingFacts = /* sql */ `
create function write_meeting_facts(the_meetings uuid[]) returns void language sql as $$
delete from numbers_fact where stream = any (the_meetings);
with e as materialized (select stream, seq, type, at, data from event where stream = any (the_meetings) and type in ('MeetingPlanned', 'MeetingOpened', 'MeetingClosed', 'AttendanceRecorded', 'CaseTakenUp', 'BreakTaken')),
turn as (select stream, type, at, data, lead(at) over (partition by stream order by seq) as until from e where type in ('CaseTakenUp', 'BreakTaken', 'MeetingClosed')),
m as (
  select e.stream, (e.data -> 'meeting' ->> 'boardId')::uuid as board_id, h.zone, (select max(o.at) from e o where o.stream = e.stream and o.type = 'MeetingOpened') as at,
    exists (select from e x where x.stream = e.stream and x.type = 'MeetingClosed') as closed
  from e join institution h on h.id = (e.data -> 'meeting' ->> 'hostInstitutionId')::uuid where e.type = 'MeetingPlanned'),
f (stream, figure, part, code, at, case_id, value_ms) as (
  select stream, 'sitting', '', 'opened', at, null::uuid, null::bigint from m where at is not null
  union all select m.stream, 'attendance', d, case when exists (select from e where e.stream = m.stream and e.type = 'AttendanceRecorded' and e.data -> 'attendance' ->> 'discipline' = d) then 'present' else 'absent' end, m.at, null, null
    from m, unnest(${disciplines}) d where closed and at is not null
  union all select stream, 'takenUp', '', 'takenUp', at, (data ->> 'caseId')::uuid, ms_between(at, until) from turn where type = 'CaseTakenUp' and until is not null)
insert into numbers_fact (stream, figure, part, code, case_id, meeting_id, board_id, at, month, value_ms)
select f.stream, f.figure, f.part, f.code, f.case_id, f.stream, m.board_id, f.at, date_trunc('month', f.at at time zone m.zone)::date, f.value_ms from f join m using (stream)
$$;

create function write_minutes(the_meetings uuid[]) returns void language sql as $$
delete from numbers_fact where figure = 'minutes' and meeting_id = any (the_meetings);
insert into numbers_fact (stream, figure, part, code, case_id, meeting_id, board_id, hospital_id, tumor_type, urgency, at, month, value_ms)
select h.stream, 'minutes', '', 'heard', h.case_id, h.meeting_id, h.board_id, h.hospital_id, h.tumor_type, h.urgency, h.at, h.month,
  coalesce((select sum(least(t.value_ms, ms_between(t.at, h.at)))::bigint from numbers_fact t where t.meeting_id = h.meeting_id and t.case_id = h.case_id and t.figure = 'takenUp' and t.at < h.at),
    ms_between(greatest(s.at, lag(h.at) over (partition by h.meeting_id order by h.at, h.stream)), h.at))
from numbers_fact h join numbers_fact s on s.meeting_id = h.meeting_id and s.figure = 'sitting' where h.figure = 'heard' and h.meeting_id = any (the_meetings)
$$;
`;

const rights = ['numbers_boards()', 'worked_until(text, timestamptz)', 'ms_between(timestamptz, timestamptz)', 'write_case_facts(uuid[])', 'write_meeting_facts(uuid[])', 'write_minutes(uuid[])']
  .map((name) => `revoke execute on function ${name} from public; grant execute on function ${name} to ${name === 'numbers_boards()' ? 'reader' : 'door'};`).join('\n');

export const numbers = `${tables}${visibility}${helpers}${caseFacts}${meetingFacts}${rights}`;
