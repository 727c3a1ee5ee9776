import type { Instant } from '../core/instant.js';
import type { PersonEvent, PersonState } from './institution.js';

const withSubstitute = (state: PersonState, { substituteId, discipline }: Extract<PersonEvent, { readonly type: 'SubstituteNamed' }>['data']): PersonState => {
  if (discipline === undefined) return { ...state, substituteId };
  const others = (state.substitutes ?? []).filter((one) => one.discipline !== discipline);
  return { ...state, substitutes: substituteId === null ? others : [...others, { discipline, personId: substituteId }] };
};

/** What began stays begun while it is planned; planned anew for another first day, it begins again. */
const begunOf = (state: PersonState, leave: PersonState['leave']): Pick<PersonState, 'begun'> =>
  (state.begun === undefined ? {} : { begun: state.begun.filter((from) => leave.some((one) => one.from === from)) });

export const evolvePerson = (state: PersonState | null, happened: PersonEvent, at: Instant, _actorId: string, streamId?: string): PersonState => {
  if (happened.type === 'PersonAdded') return { id: streamId ?? '', ...happened.data, active: true, substituteId: null, leave: [] };
  if (state === null) throw new Error(`The first event of a person is PersonAdded, not ${happened.type}`);
  switch (happened.type) {
    case 'PostsChanged': return { ...state, posts: happened.data.posts, owes: { because: 'postsChanged', at } };
    case 'SubstituteNamed': return withSubstitute(state, happened.data);
    case 'LeavePlanned': return { ...state, leave: happened.data.leave, ...begunOf(state, happened.data.leave) };
    case 'NotificationSettingsChanged': {
      const { language, ...settings } = happened.data;
      return { ...state, language, notifications: { ...settings, version: (state.notifications?.version ?? 0) + 1 } };
    }
    case 'PersonDisabled': return { ...state, active: false, owes: { because: 'disabled', at } };
    case 'PersonEnabled': return { ...state, active: true };
    case 'LeaveBegan': return { ...state, begun: [...(state.begun ?? []), happened.data.from], owes: { because: 'leave', at } };
    case 'TasksHandedOn': return { ...state, owes: null };
  }
};
