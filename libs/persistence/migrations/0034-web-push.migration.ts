import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers that take push messages, and what waits for each: a row a notice and browser, made by the statement that makes the notice, whoever writes it.
 * A subscription that is over keeps its row without address and keys, so that what still waited for it is seen to have failed.
 * What a calendar file alone says (a series' invitations) is not pushed.
 */
const webPush = /* sql */ `
create table push_subscription (
  id uuid primary key, person_id uuid not null references person(id), endpoint text not null, p256dh text not null, auth text not null, browser text not null,
  created_at timestamptz not null default clock_timestamp(), ended_at timestamptz, ended_because text check (ended_because in ('gone', 'removed', 'taken'))
);
create unique index push_subscription_endpoint on push_subscription (endpoint) where ended_at is null;
create index push_subscription_person on push_subscription (person_id) where ended_at is null;
alter table push_subscription enable row level security; alter table push_subscription force row level security;
create policy push_subscription_reader on push_subscription for select to reader using (person_id = current_person());
create policy push_subscription_door on push_subscription to door using (true) with check (true);
create policy push_subscription_owner on push_subscription to owner using (true) with check (true);
grant select, insert, update on push_subscription to door;
grant select on push_subscription to reader;

create table push_message (
  notification_id uuid not null references notification(id), subscription_id uuid not null references push_subscription(id), queued_at timestamptz not null default clock_timestamp(),
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'notWanted')), attempts int not null default 0, next_attempt_at timestamptz,
  push_id uuid, lease uuid, lease_until timestamptz, last_error text, primary key (notification_id, subscription_id)
);
create index push_message_waiting on push_message (subscription_id) where state in ('pending', 'sending');
alter table push_message enable row level security; alter table push_message force row level security;
create policy push_message_door on push_message to door using (true) with check (true);
create policy push_message_owner on push_message to owner using (true) with check (true);
grant select, insert, update on push_message to door;

create function queue_push() returns trigger language plpgsql set search_path = public as $$
begin
  insert into push_message (notification_id, subscription_id) select n.id, s.id from told n join push_subscription s on s.person_id = n.person_id and s.ended_at is null
    where n.in_product or n.topic <> 'meeting' on conflict do nothing;
  return null;
end $$;
create trigger notification_pushed after insert on notification referencing new table as told for each statement execute function queue_push();

alter table mail_attempt add column channel text not null default 'mail' check (channel in ('mail', 'push')), add column http_status int;
`;

export class WebPush1790000000034 implements MigrationInterface {
  readonly name = 'WebPush1790000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(webPush);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail_attempt drop column channel, drop column http_status; drop trigger notification_pushed on notification; drop function queue_push(); drop table push_message; drop table push_subscription`);
  }
}
