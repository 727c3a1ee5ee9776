import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts of calendars, who reviewed which version, and the orders to plan open deadlines anew that follow from a change: one row an order,
 * written in the change's own transaction, carried out case by case and counted here. A calendar in force has no row-level security;
 * its draft is its hospital's own.
 */
const replanning = /* sql */ `
alter table calendar add column institution_id uuid references institution(id), add column drafted_by text, add column published_by text, add column published_at timestamptz;
create table calendar_draft (
  institution_id uuid not null references institution(id), number int not null, definition jsonb not null, author text not null, at timestamptz not null, primary key (institution_id, number)
);
create table replanning (
  id uuid primary key, cause text not null check (cause in ('calendar','leave','policy','owner','zone','timeZoneData')), institution_id uuid references institution(id), about jsonb not null,
  requested_at timestamptz not null default clock_timestamp(), requested_by text not null, total int, moved int not null default 0, stayed int not null default 0, failed int not null default 0,
  after_id uuid, lease_until timestamptz, done_at timestamptz
);
create index replanning_open on replanning (requested_at) where done_at is null;
create index replanning_at on replanning (institution_id, requested_at desc);
alter table installation add column time_zone_data text;
grant select, insert on calendar_draft to door;
grant select, insert, update on replanning to door;
grant select on calendar_draft, replanning to reader;
${ruled('calendar_draft', 'is_admin_of(institution_id)')}
${ruled('replanning', `is_admin_of(institution_id) or cause = 'timeZoneData'`)}
`;

function ruled(table: string, seenByReader: string): string {
  return `
alter table ${table} enable row level security; alter table ${table} force row level security;
create policy ${table}_reader on ${table} for select to reader using (${seenByReader});
create policy ${table}_door on ${table} to door using (true) with check (true);
create policy ${table}_owner on ${table} to owner using (true) with check (true);`;
}

export class Replanning1790000000013 implements MigrationInterface {
  readonly name = 'Replanning1790000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(replanning);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table replanning; drop table calendar_draft; alter table installation drop column time_zone_data;
      alter table calendar drop column institution_id, drop column drafted_by, drop column published_by, drop column published_at`);
  }
}
