import { describe, expect, it } from '@jest/globals';
import type { InboxItemDto } from '../generated/types.gen.js';
import { grouped, isShown, partOf } from './shown.js';

const institution = { id: 'i', code: 'shanghai', name: 'Shanghai', zone: 'Asia/Shanghai' };
const item = (id: string, group: InboxItemDto['group']): InboxItemDto => ({
  caseNumber: 'C-1', tumorType: 'general', urgency: 'routine', group, usualMinutes: null, patient: { id: 'p', names: [], born: null, sex: 'unknown' },
  task: {
    id, caseId: 'c', kind: 'imagingReview', stage: 'imagingReview', round: 1, status: 'ready', light: 'waiting', pool: { institution, role: 'specialist', discipline: 'radiology' }, owner: null, due: null,
    noDeadlineBecause: null, paused: false, handOver: null, actingFor: null, suspended: null, about: {}, createdAt: '2026-11-25T02:48:00.000Z', closedAt: null, result: null, expiresAt: null, version: 1, may: [],
  },
});
const ids = (groups: ReturnType<typeof grouped>) => groups.map(({ group, items }) => [group, items.map(({ task }) => task.id)]);

describe('the inbox in groups', () => {
  const all = [item('a', 'overdue'), item('b', 'pool'), item('c', 'today'), item('d', 'pool'), item('e', 'undated')];
  it('has what is late first and what has no due time last, each group in the order given', () => {
    expect(ids(grouped(all, 'mine'))).toEqual([['overdue', ['a']], ['today', ['c']], ['pool', ['b', 'd']], ['undated', ['e']]]);
  });
  it('shows one group alone', () => expect(ids(grouped(all, 'today'))).toEqual([['today', ['c']]]));
  it('asks the api for one\'s own where a day is chosen', () => {
    expect(partOf('thisWeek')).toBe('own');
    expect(partOf('pool')).toBe('pool');
  });
  it('takes no other name from the address', () => expect([isShown('overdue'), isShown('snoozed'), isShown(null)]).toEqual([true, false, false]));
});
