import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Transfers under way of a case's patient on other cases, also those that the reader may not see: a second transfer must not begin in
 * ignorance of the first (H25). Of a case that is closed to the reader only hospitals, status, since when and whom to ask are told. The
 * patient is the same row, or one with the same identifier of the same kind.
 */
const otherTransfers = /* sql */ `
create index case_patient on case_row (patient_id);
create index patient_identifier on patient (identifier) where identifier is not null;
create function other_transfers(the_case uuid)
  returns table (case_id uuid, number text, from_id uuid, to_id uuid, status text, since text, owner_id uuid)
  language sql stable security definer set search_path = public as $$
  with me as (select c.patient_id from case_row c where c.id = the_case and may_see_case(the_case)),
  same as (
    select patient_id as id from me
    union select q.id from me join patient p on p.id = me.patient_id join patient q on q.identifier = p.identifier and q.identifier_kind is not distinct from p.identifier_kind where p.identifier <> ''
  )
  select o.id, case when may_see_case(o.id) then o.number end, (t ->> 'fromInstitutionId')::uuid, (t ->> 'toInstitutionId')::uuid, t ->> 'status', t -> 'history' -> 0 ->> 'at',
    nullif(s.state ->> 'originCaseManagerId', '')::uuid
  from same join case_row o on o.patient_id = same.id and o.id <> the_case join stream s on s.id = o.id cross join lateral (select s.state -> 'transfer' as t) x
  where jsonb_typeof(t) = 'object' and t ->> 'status' not in ('takenOver', 'ended') and o.column_stage <> 'closed'
  order by t -> 'history' -> 0 ->> 'at'
$$;
revoke execute on function other_transfers(uuid) from public;
grant execute on function other_transfers(uuid) to reader;
`;

export class OtherTransfers1790000000003 implements MigrationInterface {
  readonly name = 'OtherTransfers1790000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(otherTransfers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function other_transfers(uuid); drop index patient_identifier; drop index case_patient');
  }
}
