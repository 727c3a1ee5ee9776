import { describe, expect, it } from '@jest/globals';
import type { BoardDto, PostDto } from '../generated/types.gen.js';
import { missingPosts } from './missing.js';

const at = (id: string) => ({ id, code: id, name: id, zone: 'UTC' });
const board: BoardDto = {
  id: 'b', name: 'b', version: 1, host: at('host'), partners: [at('partner')], tumorTypes: [], requiredDisciplines: ['surgery', 'pathology'], minimumSpecialties: 2, bothSidesWhenCrossBorder: true,
  weekday: 4, localTime: '14:00', zone: 'UTC', minutes: 90, place: 'x', followUpDays: [], ownWords: {}, guidelines: [], deferralCauses: [], casesOnEarlierVersions: 0, may: [],
};
const who = (institution: string, role: PostDto['role'], discipline: PostDto['discipline'] = null, active = true) => ({ active, posts: [{ institution: at(institution), role, discipline }] });

describe('what a board lacks', () => {
  it('is everything at first', () => expect(missingPosts([board], [], ['host'])).toEqual([{ role: 'caseManager' }, { role: 'chair' }, { discipline: 'surgery' }, { discipline: 'pathology' }]));
  it('is nothing once each post is held, a discipline also at a partner', () => {
    expect(missingPosts([board], [who('host', 'caseManager'), who('host', 'chair', 'surgery'), who('partner', 'specialist', 'pathology')], ['host'])).toEqual([]);
  });
  it('counts nobody who is disabled, and no chair of a partner', () => {
    expect(missingPosts([board], [who('host', 'caseManager'), who('partner', 'chair', 'surgery'), who('host', 'specialist', 'pathology', false)], ['host'])).toEqual([{ role: 'chair' }, { discipline: 'pathology' }]);
  });
  it('is no matter of another hospital\'s admin', () => expect(missingPosts([board], [], ['partner'])).toEqual([]));
});
