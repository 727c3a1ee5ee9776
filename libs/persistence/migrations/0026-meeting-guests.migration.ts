import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As in 0001, and more: while a meeting lasts its guests see what stands on its agenda, for as long as the consent lets the host's chair see it. */
const hasGrant = (guests: string): string => /* sql */ `
create or replace function has_grant(the_case uuid, audit_counts boolean) returns boolean language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from case_grant g join person me on me.id = current_person() and me.active
    where g.case_id = the_case and (audit_counts or g.fields <> 'audit') and (g.until is null or g.until >= clock_timestamp())
      and (g.person_id = me.id
        or (g.person_id is null and exists (
          select 1 from post p where p.person_id = me.id and p.institution_id = g.institution_id and p.role = g.role
            and (g.discipline is null or p.discipline = g.discipline)))))${guests}
$$;`;

const meetingGuests = /* sql */ `
create table meeting_guest (meeting_id uuid not null references meeting_row(id), person_id uuid not null references person(id), primary key (meeting_id, person_id));
create index meeting_guest_person on meeting_guest (person_id);
alter table meeting_guest enable row level security; alter table meeting_guest force row level security;
create policy meeting_guest_reader on meeting_guest for select to reader using (exists (select 1 from meeting_row m where m.id = meeting_guest.meeting_id));
create policy meeting_guest_door on meeting_guest to door using (true) with check (true);
create policy meeting_guest_owner on meeting_guest to owner using (true) with check (true);
grant select, insert, delete on meeting_guest to door;
grant select on meeting_guest to reader;

create function is_guest_at(the_meeting uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from meeting_guest g join person me on me.id = g.person_id and me.active
    join meeting_row m on m.id = g.meeting_id and m.status in ('planned', 'frozen', 'open') where g.meeting_id = the_meeting and g.person_id = current_person())
$$;
alter policy meeting_row_reader on meeting_row using (is_of_board(board_id) or is_guest_at(id));
${hasGrant(`
  or exists (
    select 1 from meeting_guest g join agenda_row a on a.meeting_id = g.meeting_id and a.case_id = the_case and a.result is distinct from 'delisted'
    join case_grant h on h.case_id = the_case and h.role = 'chair' and h.fields <> 'audit' and (h.until is null or h.until >= clock_timestamp())
    join meeting_row m on m.id = g.meeting_id and m.host_institution_id = h.institution_id
    where g.person_id = current_person() and is_guest_at(g.meeting_id))`)}
`;

/** Guests of one meeting: the agenda's cases are open to them until it is closed. */
export class MeetingGuests1790000000026 implements MigrationInterface {
  readonly name = 'MeetingGuests1790000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(meetingGuests);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${hasGrant('')} alter policy meeting_row_reader on meeting_row using (is_of_board(board_id)); drop function is_guest_at(uuid); drop table meeting_guest`);
  }
}
