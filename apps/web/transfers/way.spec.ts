import { describe, expect, it } from '@jest/globals';
import { stepsOf } from './way.js';

const history = (...statuses: string[]) => statuses.map((status, i) => ({ status, at: `2026-11-2${i}T03:00:00.000Z`, by: null, reason: null, note: null }));
const shown = (status: Parameters<typeof stepsOf>[0]['status'], ...statuses: string[]) => {
  const { request, journey } = stepsOf({ status, history: history(...statuses) });
  return [...request, ...journey].map((step) => `${step.code}:${step.status}${step.current ? '!' : ''}`).join(' ');
};

describe('the steps of a transfer', () => {
  it('begin with sending', () => {
    expect(shown('preparing', 'preparing')).toBe('sent:onTime! delivered:waiting opened:waiting accepted:waiting departed:waiting arrived:waiting takenOver:waiting');
  });
  it('count what was jumped over as done', () => {
    expect(shown('opened', 'preparing', 'sent', 'opened')).toBe('sent:done delivered:done opened:done accepted:onTime! departed:waiting arrived:waiting takenOver:waiting');
  });
  it('end in a refusal', () => {
    expect(shown('refused', 'preparing', 'sent', 'refused')).toBe('sent:done delivered:done opened:done refused:overdue departed:waiting arrived:waiting takenOver:waiting');
  });
  it('begin anew when it is sent again', () => {
    expect(shown('sent', 'preparing', 'sent', 'refused', 'sent')).toBe('sent:done delivered:onTime! opened:waiting accepted:waiting departed:waiting arrived:waiting takenOver:waiting');
  });
  it('have no next one once it has ended', () => {
    expect(shown('ended', 'preparing', 'sent', 'ended')).not.toContain('!');
  });
});
