/** What each role may do to each table; nothing that isn't written here. No role of the product may change or remove an event. */
const doorMay: Readonly<Record<string, string>> = {
  stream: 'select, insert, update',
  event: 'select, insert',
  event_position: 'select, insert',
  event_unsequenced: 'select, insert, delete',
  command_answer: 'select, insert',
  access_case: 'select, insert',
  text_row: 'select, insert, update (body, erased_at)',
  form_version: 'select, insert',
  institution: 'select, insert, update',
  person: 'select, insert, update',
  post: 'select, insert, update, delete',
  calendar: 'select, insert',
  board: 'select, insert, update',
  board_version: 'select, insert',
  patient: 'select, insert, update',
  patient_version: 'select, insert',
  case_row: 'select, insert, update',
  case_grant: 'select, insert, delete',
  task_row: 'select, insert, update',
  opinion_row: 'select, insert, update',
  document_row: 'select, insert, update',
  file_row: 'select, insert, update (case_id)',
  outcome_row: 'select, insert, update',
  meeting_row: 'select, insert, update',
  agenda_row: 'select, insert, update, delete',
  notification: 'select, insert, update',
  delivery: 'select, insert, update',
  worker_heartbeat: 'select, insert, update, delete',
  installation: 'select, update',
  session: 'select, insert, update, delete',
  sign_in_attempt: 'select, insert, delete',
};

const readerSees = [
  'stream', 'event', 'event_position', 'access_case', 'text_row', 'form_version', 'institution', 'person', 'post', 'calendar', 'board', 'board_version',
  'patient', 'patient_version', 'case_row', 'case_grant', 'task_row', 'opinion_row', 'document_row', 'file_row', 'outcome_row', 'meeting_row', 'agenda_row',
  'notification', 'installation', 'worker_heartbeat',
];

export const grants = /* sql */ `
revoke all on schema public from public;
grant usage on schema public to door, reader;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to reader, door;
grant usage on sequence case_number, meeting_number to door;
grant select on migrations to door, reader;
${Object.entries(doorMay).map(([table, rights]) => `grant ${rights} on ${table} to door;`).join('\n')}
grant select on ${readerSees.join(', ')} to reader;
`;
