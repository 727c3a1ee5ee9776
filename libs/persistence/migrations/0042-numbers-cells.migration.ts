import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many facts are alike in everything that a page of numbers can be narrowed by: counted once when the log is read on, so that a page adds up some
 * thousand cells in the place of every fact. Written anew for the months of the boards in which something changed. `upto` is when the last fact of the
 * cell's board, figure and month came about: what has not come about yet (a follow-up that is due later) is counted from the facts.
 */
const cells = /* sql */ `
create table numbers_cell (
  board_id uuid not null, month date not null, figure text not null, part text not null, code text not null, hospital_id uuid, tumor_type text, urgency text, n int not null, upto timestamptz not null,
  year int generated always as (extract(year from month)::int) stored, quarter int generated always as (extract(year from month)::int * 10 + extract(quarter from month)::int) stored
);
create index numbers_cell_month on numbers_cell (board_id, month);
create index numbers_fact_month on numbers_fact (board_id, month);
alter table numbers_cell enable row level security; alter table numbers_cell force row level security;
create policy numbers_cell_reader on numbers_cell for select to reader using (board_id in (select numbers_boards()));
create policy numbers_cell_door on numbers_cell to door using (true) with check (true);
create policy numbers_cell_owner on numbers_cell to owner using (true) with check (true);
grant select on numbers_cell to reader;
grant select, insert, delete on numbers_cell to door;
create function write_cells(the_boards uuid[], the_months date[]) returns void language sql as $$
with t as (select distinct board_id, month from unnest(the_boards, the_months) as t(board_id, month))
delete from numbers_cell c using t where c.board_id = t.board_id and c.month = t.month;
with t as (select distinct board_id, month from unnest(the_boards, the_months) as t(board_id, month))
insert into numbers_cell (board_id, month, figure, part, code, hospital_id, tumor_type, urgency, n, upto)
select board_id, month, figure, part, code, hospital_id, tumor_type, urgency, count(*), max(max(at)) over (partition by board_id, month, figure)
from numbers_fact f join t using (board_id, month) where figure not in ('heard', 'takenUp') group by board_id, month, figure, part, code, hospital_id, tumor_type, urgency
$$;
revoke execute on function write_cells(uuid[], date[]) from public; grant execute on function write_cells(uuid[], date[]) to door;
select write_cells(array_agg(board_id), array_agg(month)) from (select distinct board_id, month from numbers_fact) known;
`;

export class NumbersCells1790000000042 implements MigrationInterface {
  readonly name = 'NumbersCells1790000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cells);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table numbers_cell; drop function write_cells(uuid[], date[]); drop index numbers_fact_month');
  }
}
