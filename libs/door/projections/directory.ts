import { SHIPPED_CALENDARS, type BoardDefinition, type BoardState, type InstitutionState, type PersonState } from '#domain';
import type { Tx } from '../transaction.js';
import type { Projection } from './change.js';
import { projectCalendar } from './calendar.js';
import { orderReplanning } from './replanning.js';
import { insert, upsert } from './upsert.js';

/** Every process reads the directory anew at its next command. */
const directoryChanged = (tx: Tx): Promise<unknown> => tx.query('update installation set directory = directory + 1');

/** A hospital. The reviewed calendars that Consilium brings along are there with the first one. */
export const projectInstitution: Projection<InstitutionState> = async (tx, { before, after, steps, command, at, actor }) => {
  await tx.query(`insert into calendar (id, version, definition) select c ->> 'id', (c ->> 'version')::int, c from jsonb_array_elements($1::jsonb) c on conflict do nothing`, [JSON.stringify(SHIPPED_CALENDARS)]);
  for (const { event } of steps) await projectCalendar(tx, event, before, after, { command, at, actor });
  await upsert(tx, 'institution', ['id'], [{ id: after.id, code: after.code, name: after.name, zone: after.zone, country: after.country, calendar_id: after.calendarId }]);
  await directoryChanged(tx);
};

/** A person with posts. Name and contact come as a row with the command; who is disabled loses every session at once. */
export const projectPerson: Projection<PersonState> = async (tx, { before, after, command, actor }) => {
  const row = command.rows?.person;
  if (before === null && row === undefined) throw new Error('A person comes with a name');
  const named = row === undefined ? {} : { name: row.name, name_original: row.nameOriginal, email: row.email, phone: row.phone, title: row.title };
  const facts = { subject: after.subject, language: after.language, zone: after.zone, active: after.active, substitute_id: after.substituteId, substitutes: after.substitutes ?? [], leave: after.leave, notification_settings: after.notifications ?? null };
  if (before === null) await insert(tx, 'person', [{ id: after.id, ...named, ...facts, version: 1 }]);
  else await updatePerson(tx, after.id, { ...named, ...facts });
  await tx.query('delete from post where person_id = $1', [after.id]);
  await insert(tx, 'post', after.posts.map((post) => ({ person_id: after.id, institution_id: post.institutionId, role: post.role, discipline: post.discipline })));
  if (!after.active) await tx.query(`update session set ended_at = clock_timestamp(), ended_because = 'personDisabled' where person_id = $1 and ended_at is null`, [after.id]);
  if (before !== null && JSON.stringify(before.leave) !== JSON.stringify(after.leave)) await orderReplanning(tx, { cause: 'leave', institutionId: null, about: { personId: after.id }, commandId: command.commandId, actor });
  if (before !== null && JSON.stringify(before.posts) !== JSON.stringify(after.posts)) await orderReplanning(tx, { cause: 'owner', institutionId: null, about: { personId: after.id }, commandId: command.commandId, actor });
  await directoryChanged(tx);
};

async function updatePerson(tx: Tx, id: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  await tx.query(`update person p set (${columns.join(', ')}) = (select ${columns.map((name) => `r.${name}`).join(', ')} from jsonb_populate_record(null::person, $2::jsonb) r), version = p.version + 1 where p.id = $1`, [id, JSON.stringify(row)]);
}

/** A board with its new version; older versions stay for the cases that began on them. */
export const projectBoard: Projection<BoardState> = async (tx, { after, command, actor, events }) => {
  const definition = definitionIn(command.data);
  if (definition !== null) {
    const code = codeOf(definition);
    await tx.query(`insert into board (id, version, host_institution_id, code)
      values ($1, $2, $3, case when exists (select 1 from board where code = $4 and id <> $1) then $4 || '-' || left($1::text, 4) else $4 end)
      on conflict (id) do update set version = excluded.version, host_institution_id = excluded.host_institution_id`, [after.id, after.version, definition.hostInstitutionId, code]);
    await tx.query('insert into board_version (board_id, version, definition) values ($1, $2, $3::jsonb)', [after.id, after.version, JSON.stringify({ ...definition, id: after.id })]);
    const moves = events.some((event) => event.type === 'BoardPublished' && 'movesOpenCases' in event.data);
    if (moves) await orderReplanning(tx, { cause: 'policy', institutionId: definition.hostInstitutionId, about: { boardId: after.id, policyVersion: after.version }, commandId: command.commandId, actor });
    await directoryChanged(tx);
  }
};

const definitionIn = (data: object): BoardDefinition | null => ('definition' in data ? (data.definition as BoardDefinition) : null);

/** `bone-sarcoma` of "Bone sarcoma board": in meeting numbers and addresses. */
const codeOf = ({ name, id }: BoardDefinition): string =>
  (name['en'] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').replace(/-(tumou?r-)?board$/, '') || id.slice(0, 8);
