/** SQL: how many prior treatments a case's referral names, by the newest version of its draft. Given the draft's id as SQL. */
export const treatmentsOf = (draftId: string): string => `coalesce((select case when jsonb_typeof(f.answers #> '{priorTreatments,value}') = 'array' then jsonb_array_length(f.answers #> '{priorTreatments,value}') end
  from form_version f where f.draft_id = ${draftId} order by f.version desc limit 1), 0)`;
