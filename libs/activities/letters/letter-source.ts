import { readAsProcess } from '#persistence';
import { opinionsInForce } from '#domain';
import type { Allergies, BoardDefinition, CaseState, Discipline, FormAnswers, HumanName, Outcome } from '#domain';
import type { DataSource, EntityManager } from 'typeorm';

export interface SourceText { readonly body: string; readonly language: string }
export interface SourcePerson { readonly id: string; readonly name: string; readonly institution: string }
export interface SourceInstitution { readonly name: Readonly<Record<string, string>>; readonly zone: string }
export interface SourceOpinion { readonly kind: string; readonly discipline: Discipline; readonly answers: FormAnswers; readonly language: string }
export interface SourcePatient { readonly names: readonly HumanName[]; readonly born: string | null; readonly sex: 'female' | 'male' | 'other' | 'unknown'; readonly identifier: string | null; readonly identifier_kind: string | null; readonly allergies: Allergies | null }

/** All that a letter says, as it stands in the tables. */
export interface LetterSource {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly outcome: Outcome;
  readonly hostInstitutionId: string;
  readonly institutions: Readonly<Record<string, SourceInstitution>>;
  readonly people: Readonly<Record<string, SourcePerson>>;
  readonly texts: Readonly<Record<string, SourceText>>;
  readonly question: SourceText | null;
  readonly patient: SourcePatient;
  readonly opinions: readonly SourceOpinion[];
  readonly referral: FormAnswers;
  readonly board: BoardDefinition;
  readonly meetingAt: string;
}

interface Head { state: CaseState; question_text_id: string | null; board: BoardDefinition; meeting_at: string }

/** Reads a case's letter as the process does, in one snapshot. Null where the case has no outcome in force. */
export function readLetterSource(door: DataSource, caseId: string): Promise<LetterSource | null> {
  return readAsProcess(door, async (manager) => {
    const [head] = await manager.query<Head[]>(`
      select s.state, c.question_text_id, v.definition as board, m.starts_at as meeting_at
      from stream s join case_row c on c.id = s.id
      join board_version v on v.board_id = c.board_id and v.version = c.board_version
      join meeting_row m on m.id = (s.state->'outcomes'->(s.state->>'currentOutcomeId')->>'meetingId')::uuid
      where s.id = $1`, [caseId]);
    const outcome = head?.state.currentOutcomeId ? head.state.outcomes[head.state.currentOutcomeId] : undefined;
    if (!head || !outcome) return null;
    const { state } = head;
    const texts = await textsOf(manager, [...Object.values(outcome.texts), head.question_text_id]);
    return {
      caseId, caseNumber: state.number, state, outcome, hostInstitutionId: state.hostInstitutionId, board: head.board, meetingAt: head.meeting_at,
      institutions: await institutionsOf(manager), people: await peopleOf(manager, outcome, state), texts,
      question: head.question_text_id === null ? null : texts[head.question_text_id] ?? null,
      patient: await patientOf(manager, state.patientId), opinions: await opinionsOf(manager, state), referral: await referralOf(manager, state.referralDraftId),
    };
  });
}

async function textsOf(manager: EntityManager, ids: readonly (string | null)[]): Promise<Record<string, SourceText>> {
  const rows = await manager.query<{ id: string; body: string | null; language: string | null }[]>('select id, body, language from text_row where id = any($1::uuid[])', [ids.filter((id) => id !== null)]);
  return Object.fromEntries(rows.map(({ id, body, language }) => [id, { body: body ?? '', language: language ?? 'en' }]));
}

async function institutionsOf(manager: EntityManager): Promise<Record<string, SourceInstitution>> {
  const rows = await manager.query<{ id: string; name: Record<string, string>; zone: string }[]>('select id, name, zone from institution');
  return Object.fromEntries(rows.map(({ id, name, zone }) => [id, { name, zone }]));
}

async function peopleOf(manager: EntityManager, outcome: Outcome, state: CaseState): Promise<Record<string, SourcePerson>> {
  const ids = [...outcome.participants.map((one) => one.personId), outcome.chairId, outcome.responsibleId, state.referrerId, ...(outcome.pendingResults ?? []).map((one) => one.ownerId), ...outcome.signatures.map((one) => one.personId)];
  const rows = await manager.query<SourcePerson[]>(`select distinct on (p.id) p.id, p.name, o.institution_id as institution
    from person p left join post o on o.person_id = p.id where p.id = any($1::uuid[]) order by p.id, o.institution_id`, [ids.filter((id) => id !== null)]);
  return Object.fromEntries(rows.map((person) => [person.id, person]));
}

async function patientOf(manager: EntityManager, id: string): Promise<SourcePatient> {
  const [patient] = await manager.query<SourcePatient[]>('select names, born, sex, identifier, identifier_kind, allergies from patient where id = $1', [id]);
  if (!patient) throw new Error('A case without its patient');
  return patient;
}

async function opinionsOf(manager: EntityManager, state: CaseState): Promise<readonly SourceOpinion[]> {
  return manager.query<SourceOpinion[]>(`select o.kind, o.discipline, f.answers, p.language
    from opinion_row o join form_version f on f.draft_id = o.draft_id and f.version = o.form_version join person p on p.id = o.signed_by
    where o.case_id = $1 and o.id = any($2::uuid[]) order by o.signed_at, o.id`, [state.id, opinionsInForce(state).map(({ id }) => id)]);
}

async function referralOf(manager: EntityManager, draftId: string): Promise<FormAnswers> {
  const [row] = await manager.query<{ answers: FormAnswers }[]>('select answers from form_version where draft_id = $1 order by version desc limit 1', [draftId]);
  return row?.answers ?? {};
}
