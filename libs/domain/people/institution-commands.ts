import type { CommandDefinition } from '../core/command.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { holds } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { InstitutionCommandData } from './commands.js';
import type { InstitutionEvent, InstitutionState } from './institution.js';

const codeShape = /^[a-z][a-z0-9-]{1,30}$/;

/** A hospital joins the installation: by the operator, who makes the first one, or by an admin of a hospital that is here. Refused: INSTITUTION.CODE_INVALID, INSTITUTION.NAME_NEEDED, INSTITUTION.EXISTS. */
export const setUpInstitution: CommandDefinition<InstitutionState | null, InstitutionCommandData['setUpInstitution'], InstitutionEvent> = {
  type: 'setUpInstitution', stream: 'institution', begins: true,
  mayDo: (actor) => ((actor.kind === 'process' && actor.name === 'operator') || holds(actor, 'admin') ? null : refuse('ACCESS.NOT_ALLOWED', { needs: ['admin'] })),
  decide: (state, data) => {
    if (state !== null) return refuse('INSTITUTION.EXISTS', { code: state.code });
    if (!codeShape.test(data.code)) return refuse('INSTITUTION.CODE_INVALID', { code: data.code }, 'code');
    if (Object.values(data.name).every((name) => name.trim() === '')) return refuse('INSTITUTION.NAME_NEEDED', {}, 'name');
    return [event('InstitutionSetUp', data)];
  },
};

export const evolveInstitution = (state: InstitutionState | null, happened: InstitutionEvent, _at: Instant, actorId: string, streamId?: string): InstitutionState => {
  if (happened.type === 'InstitutionSetUp') return { id: streamId ?? '', ...happened.data, people: [] };
  if (state === null) throw new Error('The first event of a hospital is InstitutionSetUp');
  switch (happened.type) {
    case 'PersonEnrolled': return { ...state, people: [...new Set([...state.people, happened.data.personId])] };
    case 'CalendarDrafted': return { ...state, calendar: { version: state.calendar?.version ?? 0, drafts: happened.data.draft, draft: { number: happened.data.draft, hash: happened.data.hash, zone: happened.data.zone, by: actorId } } };
    case 'CalendarPublished': {
      const { calendarId, version, zone, draft } = happened.data;
      return { ...state, calendarId, zone, calendar: { version, drafts: state.calendar?.drafts ?? draft, draft: null } };
    }
  }
};
