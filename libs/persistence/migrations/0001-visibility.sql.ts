/** Tables whose rows belong to a case: seen by whoever may see the case. */
export const caseTables = ['task_row', 'opinion_row', 'document_row', 'outcome_row', 'agenda_row', 'text_row'] as const;

/** Every other table under row-level security, with the condition under which `reader` sees a row. */
export const ruledTables: Readonly<Record<string, string>> = {
  case_row: 'may_see_case(id)',
  // A review's draft is its author's until it is signed; a referral's belongs to everybody who sees the case.
  form_version: `author = current_person() or (case_id is not null and may_see_case(case_id) and (task_id is null
    or exists (select 1 from opinion_row o where o.draft_id = form_version.draft_id)
    or exists (select 1 from task_row t where t.id = form_version.task_id and t.owner_id = current_person())))`,
  file_row: 'uploaded_by = current_person() or (case_id is not null and may_see_case(case_id))',
  // What people did to institutions, people and themselves: their admins' and their own; reads also whoever may audit the case that was read.
  event: `case kind
    when 'case' then may_audit_case(case_id)
    when 'meeting' then exists (select 1 from meeting_row m where m.id = event.stream)
    when 'board' then is_of_board(stream)
    else actor = current_person()::text or stream = current_person() or is_admin_of(institution)
      or exists (select 1 from access_case a where a.stream = event.stream and a.seq = event.seq and may_audit_case(a.case_id))
    end`,
  stream: `case kind
    when 'case' then may_see_case(id) or may_audit_case(id)
    when 'meeting' then exists (select 1 from meeting_row m where m.id = stream.id)
    when 'board' then is_of_board(id)
    else id = current_person() or is_admin_of(id) end`,
  event_position: 'case_id is null or may_see_case(case_id)',
  access_case: 'person_id = current_person() or may_audit_case(case_id)',
  case_grant: 'may_audit_case(case_id)',
  patient: 'may_see_patient(id, institution_id)',
  patient_version: 'exists (select 1 from patient p where p.id = patient_version.id)',
  notification: 'person_id = current_person()',
  meeting_row: 'is_of_board(board_id)',
};

/**
 * Who sees which row. The functions run as the tables' owner, so that a policy never depends on another table's policy;
 * where no person was named (`consilium.person` unset or empty) nothing is visible.
 */
export const visibility = /* sql */ `
create function current_person() returns uuid language sql stable as $$ select nullif(current_setting('consilium.person', true), '')::uuid $$;

create function has_grant(the_case uuid, audit_counts boolean) returns boolean language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from case_grant g join person me on me.id = current_person() and me.active
    where g.case_id = the_case and (audit_counts or g.fields <> 'audit') and (g.until is null or g.until >= clock_timestamp())
      and (g.person_id = me.id
        or (g.person_id is null and exists (
          select 1 from post p where p.person_id = me.id and p.institution_id = g.institution_id and p.role = g.role
            and (g.discipline is null or p.discipline = g.discipline)))))
$$;
create function may_see_case(the_case uuid) returns boolean language sql stable as $$ select has_grant(the_case, false) $$;
create function may_audit_case(the_case uuid) returns boolean language sql stable as $$ select has_grant(the_case, true) $$;

create function holds_post(the_institution uuid, the_roles text[]) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select 1 from post p join person me on me.id = p.person_id and me.active
    where p.person_id = current_person() and p.institution_id = the_institution and p.role = any (the_roles))
$$;
create function is_admin_of(the_institution uuid) returns boolean language sql stable as $$ select holds_post(the_institution, array['admin', 'auditor']) $$;

create function may_see_patient(the_patient uuid, the_institution uuid) returns boolean language sql stable security definer set search_path = public as $$
  select holds_post(the_institution, array['caseManager', 'referringClinician'])
    or exists (select 1 from case_row c where c.patient_id = the_patient and has_grant(c.id, false))
$$;
create function is_of_board(the_board uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from board b join board_version v on v.board_id = b.id and v.version = b.version
    join post p on p.person_id = current_person() join person me on me.id = p.person_id and me.active
    where b.id = the_board and (p.institution_id = b.host_institution_id or v.definition -> 'partnerInstitutionIds' ? p.institution_id::text))
$$;
${Object.entries({ ...Object.fromEntries(caseTables.map((table) => [table, 'may_see_case(case_id)'])), ...ruledTables }).map(([table, seen]) => ruled(table, seen)).join('')}`;

/** FORCE holds the owner to it as well, who has a policy of its own for migrations and the functions above. */
function ruled(table: string, seenByReader: string): string {
  return `
alter table ${table} enable row level security; alter table ${table} force row level security;
create policy ${table}_reader on ${table} for select to reader using (${seenByReader});
create policy ${table}_door on ${table} to door using (true) with check (true);
create policy ${table}_owner on ${table} to owner using (true) with check (true);
`;
}
