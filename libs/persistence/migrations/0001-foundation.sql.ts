/**
 * The foundation: streams and events (insert-only), text apart from events, projections, row-level security.
 * Roles `door` and `reader` exist before (the cluster's owner makes them); `owner` runs this and nothing else.
 */
export const foundation = /* sql */ `
create table stream (
  id uuid primary key,
  kind text not null check (kind in ('case','meeting','board','institution','person','access')),
  seq bigint not null,
  hash text not null,
  last_at timestamptz not null,
  state jsonb not null,
  next_due_at timestamptz,
  next_due_what text,
  stages jsonb not null default '[]',
  ready jsonb not null default '[]',
  ready_since timestamptz,
  closed boolean not null default false,
  calendar_version text
);
create index stream_due on stream (next_due_at) where next_due_at is not null and not closed;
create index stream_ready on stream (ready_since) where ready_since is not null and not closed;

create table event (
  stream uuid not null references stream(id),
  seq bigint not null,
  kind text not null,
  type text not null,
  version int not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  on_behalf uuid,
  institution uuid,
  purpose text not null,
  command_id uuid not null,
  address text,
  canonical text not null,
  data jsonb generated always as (((canonical)::jsonb)->'data') stored,
  prev text not null,
  hash text not null,
  case_id uuid,
  primary key (stream, seq)
);
create index event_case on event (case_id, at, seq) where case_id is not null;
create index event_actor on event (actor, at);
create index event_command on event (command_id);

-- Dense order for live screens, given by one sequencer after commit: a cursor over it never skips a late commit.
create table event_position (position bigint primary key, stream uuid not null, seq bigint not null, case_id uuid, at timestamptz not null default clock_timestamp(), unique (stream, seq));
create table event_unsequenced (stream uuid not null, seq bigint not null, case_id uuid, primary key (stream, seq));

create table command_answer (
  actor text not null, command_id uuid not null, body_hash text not null, answer jsonb not null, at timestamptz not null default clock_timestamp(),
  primary key (actor, command_id)
);

-- Clinical words, apart from events; never overwritten, removed only by erasure.
create table text_row (
  id uuid primary key, case_id uuid, stream uuid not null, field text not null, body text, author text not null, language text, at timestamptz not null, erased_at timestamptz
);
create index text_case on text_row (case_id);

-- Form drafts: every save is a new version (unique), so a lost update cannot happen silently.
create table form_version (
  draft_id uuid not null, version int not null, case_id uuid, form_id text not null, form_version int not null, answers jsonb not null, hash text not null,
  author uuid not null, at timestamptz not null, task_id uuid, primary key (draft_id, version)
);
create index form_case on form_version (case_id);

create table institution (id uuid primary key, code text not null unique, name jsonb not null, zone text not null, country text not null, calendar_id text not null);
create table person (
  id uuid primary key, subject text not null unique, name text not null, name_original text, email text not null, phone text, title text,
  language text not null default 'en', zone text not null, active boolean not null default true, substitute_id uuid, leave jsonb not null default '[]', version int not null default 1
);
create table post (person_id uuid not null references person(id), institution_id uuid not null references institution(id), role text not null, discipline text);
-- One person may be specialist of two fields in one hospital.
create unique index post_once on post (person_id, institution_id, role, coalesce(discipline, ''));
create index post_at on post (institution_id, role);
create table calendar (id text not null, version int not null, definition jsonb not null, primary key (id, version));
create table board (id uuid primary key, version int not null, host_institution_id uuid not null, code text not null unique);
create table board_version (board_id uuid not null references board(id), version int not null, definition jsonb not null, published_at timestamptz not null default clock_timestamp(), primary key (board_id, version));

create table patient (
  id uuid primary key, institution_id uuid not null references institution(id),
  names jsonb not null, search text not null default '', born text, sex text not null, identifier text, identifier_kind text, allergies jsonb, contact jsonb, guardian jsonb, version int not null default 1
);
-- Every version of identity and contact as it was typed; what was on the screen at a decision can be shown again.
create table patient_version (
  id uuid not null references patient(id), version int not null, names jsonb not null, born text, sex text not null, identifier text, identifier_kind text,
  allergies jsonb, contact jsonb, guardian jsonb, author text not null, at timestamptz not null, primary key (id, version)
);
create index patient_search on patient using gin (to_tsvector('simple', search));

create sequence case_number;
create sequence meeting_number;

-- One row a case: what the case board shows.
create table case_row (
  id uuid primary key, number text not null unique, patient_id uuid not null references patient(id), board_id uuid not null, board_version int not null,
  tumor_type text not null, urgency text not null, status text not null, round int not null, column_stage text not null, stages jsonb not null,
  origin_institution_id uuid not null, host_institution_id uuid not null, referrer_id uuid, origin_case_manager_id uuid, host_case_manager_id uuid,
  laterality text, question_text_id uuid, missing jsonb not null default '[]', open_tasks int not null default 0, due_at timestamptz, due_task jsonb, blocker jsonb, meeting_id uuid,
  opened_at timestamptz not null, submitted_at timestamptz, seq bigint not null, updated_at timestamptz not null, closed_because text
);
create index case_board on case_row (board_id, column_stage, coalesce(due_at, 'infinity'), id);
create index case_status on case_row (status, coalesce(due_at, 'infinity'), id);

-- Who may see a case: one row a rule, made by the domain's grantsOf(state). The same rule that mayDo uses.
create table case_grant (
  id bigint generated always as identity primary key, case_id uuid not null references case_row(id) on delete cascade, institution_id uuid, role text, discipline text, person_id uuid, fields text not null default 'clinical', until timestamptz
);
create index grant_case on case_grant (case_id);
create index grant_person on case_grant (person_id) where person_id is not null;
create index grant_post on case_grant (institution_id, role) where person_id is null;

create table task_row (
  id uuid primary key, case_id uuid not null references case_row(id), case_number text not null, kind text not null, stage text not null, round int not null, status text not null,
  offer_institution_id uuid not null, offer_role text not null, offer_discipline text, owner_id uuid, due_at timestamptz, deadline jsonb, no_deadline_because text, about jsonb not null default '{}',
  urgency text not null, created_at timestamptz not null, closed_at timestamptz, result text, expires_at timestamptz, paused boolean not null default false, version int not null, seq bigint not null
);
-- Inbox pages: by owner and by pool, earliest due first, undated last, id to break ties.
create index task_owner on task_row (owner_id, coalesce(due_at, 'infinity'), id) where status in ('created','ready','inProgress');
create index task_pool on task_row (offer_institution_id, offer_role, offer_discipline, coalesce(due_at, 'infinity'), id) where owner_id is null and status in ('created','ready','inProgress');
create index task_case on task_row (case_id);

create table opinion_row (id uuid primary key, case_id uuid not null, task_id uuid not null, kind text not null, round int not null, version int not null, draft_id uuid not null, form_version int not null, hash text not null, signed_by uuid not null, discipline text not null, institution_id uuid not null, signed_at timestamptz not null, discordance text, codes jsonb not null, replaced_by uuid);
create index opinion_case on opinion_row (case_id);
create table document_row (id uuid primary key, case_id uuid not null, file_id uuid not null, kind text not null, language text not null, sha256 text not null, added_at timestamptz not null, added_by uuid, removed_at timestamptz);
create index document_case on document_row (case_id);
create table file_row (id uuid primary key, case_id uuid, name text not null, media_type text not null, size bigint not null, sha256 text not null, wrapped_key text not null, key_id text not null, pages int, translator text, shows_identity boolean, source text, institution_id uuid not null, uploaded_by uuid, at timestamptz not null);
create index file_case on file_row (case_id);
create table outcome_row (id uuid primary key, case_id uuid not null, round int not null, meeting_id uuid not null, kind text not null, at timestamptz not null, outcome jsonb not null, superseded_by uuid);
create index outcome_case on outcome_row (case_id);

create table meeting_row (id uuid primary key, number text not null unique, board_id uuid not null, host_institution_id uuid not null, starts_at timestamptz not null, zone text not null, minutes int not null, place text not null, status text not null, freeze_at timestamptz not null, cut_at timestamptz not null, meeting jsonb not null, version int not null, seq bigint not null);
create index meeting_board on meeting_row (board_id, starts_at, id);
create table agenda_row (meeting_id uuid not null, case_id uuid not null references case_row(id), listed_at timestamptz not null, outcome_id uuid, result text, primary key (meeting_id, case_id));
create index agenda_case on agenda_row (case_id);

create table notification (
  id uuid primary key, person_id uuid not null references person(id), case_id uuid, task_id uuid, kind text not null, mark_kind text not null, as_audience text not null, params jsonb not null default '{}',
  created_at timestamptz not null, read_at timestamptz, mail_state text not null default 'pending' check (mail_state in ('pending','sending','sent','failed','notWanted')),
  attempts int not null default 0, next_attempt_at timestamptz, lease_until timestamptz, sent_at timestamptz, last_error text, message_id text not null
);
create index notification_person on notification (person_id, created_at desc, id);
create index notification_mail on notification (next_attempt_at) where mail_state in ('pending','sending');

-- News to Temporal: what was committed and what was told. sent_seq >= seq is delivered.
create table delivery (stream uuid primary key references stream(id), kind text not null, seq bigint not null, sent_seq bigint not null default 0, changed_at timestamptz not null default clock_timestamp(), lease_until timestamptz, attempts int not null default 0, told_again int not null default 0);
create index delivery_pending on delivery (changed_at) where sent_seq < seq;
-- directory rises with every change of people, posts, institutions, calendars and boards: what a process keeps of them is good while it stands.
create table installation (one boolean primary key default true check (one), epoch int not null default 1, temporal_namespace_id text, demo boolean not null default false, directory bigint not null default 0, created_at timestamptz not null default clock_timestamp());
insert into installation default values;
-- What each worker process says of itself; /health/ready and the banner "the process is behind" read it.
create table worker_heartbeat (process text primary key, at timestamptz not null, temporal text not null);

create table session (id text primary key, person_id uuid not null references person(id), authenticated_at timestamptz not null, started_at timestamptz not null, seen_at timestamptz not null, ends_at timestamptz not null, address text, provider_sid text, subject text not null, csrf text not null, ended_at timestamptz, ended_because text);
create index session_person on session (person_id) where ended_at is null;
create table sign_in_attempt (state text primary key, verifier text not null, nonce text not null, return_to text not null, fresh boolean not null, started_at timestamptz not null default clock_timestamp());

-- Reads and refusals by case: one row a case that was shown, so that "who saw this patient" is one look-up.
create table access_case (
  stream uuid not null, seq bigint not null, case_id uuid not null, person_id uuid not null, kind text not null, at timestamptz not null,
  primary key (stream, seq, case_id)
);
create index access_of_case on access_case (case_id, at, seq);

-- Insert-only, by trigger as well as by grant.
create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'rows of % are never changed', tg_table_name using errcode = '42501'; end $$;
create trigger event_insert_only before update or delete or truncate on event for each statement execute function refuse_change();
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if new.body is not null or new.erased_at is null or (new.id, new.stream, new.field, new.author, new.at) is distinct from (old.id, old.stream, old.field, old.author, old.at) then
    raise exception 'a text is erased or left alone' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger text_insert_only before update on text_row for each row execute function refuse_rewriting();
create trigger text_kept before delete or truncate on text_row for each statement execute function refuse_change();
create trigger form_version_kept before update or delete or truncate on form_version for each statement execute function refuse_change();
`;
