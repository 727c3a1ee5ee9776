import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One mail can carry several messages: `mail_id` says which one carries this, `lease` by whose sending. `queued_at` is the database's clock:
 * an event's time may be another. `held` says why a message still waits. Every attempt is kept for the admins of the receiver's hospitals.
 */
const mailDelivery = /* sql */ `
alter table notification add column queued_at timestamptz, add column mail_id uuid, add column lease uuid, add column held text check (held in ('quietHours', 'digest')),
  add column acknowledged_at timestamptz;
alter table notification alter column queued_at set default clock_timestamp();
create index notification_waiting on notification (person_id) where mail_state in ('pending', 'sending');
create index notification_escalation on notification (task_id, person_id) where mark_kind = 'escalate';
alter table person add column last_digest date, add column mail_refused_at timestamptz, add column mail_refused_code text;

create table mail_attempt (
  id bigint generated always as identity primary key, at timestamptz not null default clock_timestamp(), mail_id uuid not null, person_id uuid not null references person(id), messages int not null, topic text not null,
  result text not null check (result in ('accepted', 'later', 'refused')), code text, smtp_code int
);
create index mail_attempt_at on mail_attempt (at desc, id desc);
create index mail_attempt_person on mail_attempt (person_id, at desc, id desc);
alter table mail_attempt enable row level security; alter table mail_attempt force row level security;
create policy mail_attempt_reader on mail_attempt for select to reader using (exists (select 1 from post o where o.person_id = mail_attempt.person_id and holds_post(o.institution_id, array['admin'])));
create policy mail_attempt_door on mail_attempt to door using (true) with check (true);
create policy mail_attempt_owner on mail_attempt to owner using (true) with check (true);
grant select, insert on mail_attempt to door;
grant select on mail_attempt to reader;
`;

export class MailDelivery1790000000016 implements MigrationInterface {
  readonly name = 'MailDelivery1790000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(mailDelivery);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mail_attempt; alter table person drop column last_digest, drop column mail_refused_at, drop column mail_refused_code;
      drop index notification_escalation; drop index notification_waiting; alter table notification drop column queued_at, drop column mail_id, drop column lease, drop column held, drop column acknowledged_at`);
  }
}
