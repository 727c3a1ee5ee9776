import { request } from '../api/http.js';
import type { Area, Jump } from '../areas.js';
import { nameOf, type ApiName } from '../kit/from-api.js';
import { shownName } from '../kit/person-name.js';

interface Hit { kind: 'case' | 'meeting' | 'person'; id: string; label: string; patient: { names: readonly ApiName[] } | null; detail: string | null }

const places: Record<Hit['kind'], string> = { case: '/cases/', meeting: '/meetings/', person: '/admin/people/' };

/** What Ctrl-K finds: cases by number or patient, meetings, people. The words go in the body: a name never stands in an address. */
export const findJumps: Area['findJumps'] = async (text, signal) => {
  const { hits } = await request<{ hits: Hit[] }>('/api/search', { method: 'POST', body: { text, limit: 8 }, signal });
  return hits.map((hit): Jump => {
    const name = hit.patient ? shownName(nameOf(hit.patient.names)) : null;
    const description = [name?.main, name?.beside, hit.detail].filter(Boolean).join(' · ');
    return { id: `${hit.kind}-${hit.id}`, label: hit.label, description: description || undefined, to: `${places[hit.kind]}${hit.id}` };
  });
};

export const routes: Area['routes'] = [];
