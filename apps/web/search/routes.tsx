import { t } from '#locales';
import { request } from '../api/http.js';
import type { Area, Jump } from '../areas.js';
import { i18n } from '../i18n/i18n.js';
import { nameOf, type ApiName } from '../kit/from-api.js';
import { shownName } from '../kit/person-name.js';

interface Hit { kind: 'case' | 'meeting' | 'person'; id: string; label: string; patient: { names: readonly ApiName[] } | null; detail: string | null }

const say = (key: string) => t(i18n.language, key);

const places: Record<Hit['kind'], string> = { case: '/cases/', meeting: '/meetings/', person: '/admin/people/' };

/** What Ctrl-K finds: cases by number or patient, meetings, people. The words go in the body: a name never stands in an address. */
export const findJumps: Area['findJumps'] = async (text, signal) => {
  const { hits } = await request<{ hits: Hit[] }>('/api/search', { method: 'POST', body: { text, limit: 8 }, signal });
  return hits.map((hit): Jump => {
    const name = hit.patient ? shownName(nameOf(hit.patient.names)) : null;
    // Who has no known name is found too, and said to have none (case H1).
    const who = name && (name.main === '' ? [say('common.patient.nameNotKnown')] : [name.main, name.beside]);
    const description = [...(who ?? []), hit.kind === 'case' && hit.detail !== null ? say(`lists.tumorType.${hit.detail}`) : hit.detail].filter(Boolean).join(' · ');
    return { id: `${hit.kind}-${hit.id}`, label: hit.label, description: description || undefined, to: `${places[hit.kind]}${hit.id}` };
  });
};

export const routes: Area['routes'] = [];
