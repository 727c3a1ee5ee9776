import { defaultLadders } from './ladders.js';

const all = Object.entries(defaultLadders);
const hours = { workingHours: 1, clockHours: 1, workingDays: 8, clockDays: 24 } as const;

/* The product's rule of reminders and escalations, on every clock that a board has unless it says otherwise. */
describe('the clocks of a board', () => {
  it.each(['pathologyReview', 'secondPathologyReview', 'imagingReview', 'opinion'] as const)('%s reminds its owner at 50 and 80 %%, brings in the deputy at 100 %%, and 24 working hours later head and case managers', (kind) => {
    for (const key of [kind, `${kind}.urgent`]) {
      expect(defaultLadders[key]?.rungs.map(({ kind: what, fraction, plus, tells }) => [what, fraction, plus ?? null, tells])).toEqual([
        ['remind', 0.5, null, ['owner']], ['remind', 0.8, null, ['owner']], ['escalate', 1, null, ['owner', 'deputy']], ['escalate', 1, { amount: 24, unit: 'workingHours' }, ['head', 'caseManagers']],
      ]);
    }
  });

  it('of emergencies run by the clock, day and night', () => {
    for (const [key, { allowance, rungs }] of all.filter(([name]) => name.endsWith('.emergency'))) {
      expect([key, allowance.unit, rungs.filter(({ plus }) => plus !== undefined && plus.unit !== 'clockHours')]).toEqual([key, 'clockHours', []]);
    }
  });

  it.each(all)('%s: an escalation brings in somebody beside the owner, and the last mark reaches who can decide', (_key, { rungs }) => {
    expect(rungs.filter(({ kind, tells }) => kind === 'escalate' && tells.every((audience) => audience === 'owner'))).toEqual([]);
    expect(rungs.at(-1)?.tells.some((audience) => audience !== 'owner' && audience !== 'deputy')).toBe(true);
  });

  it.each(all)('%s: marks stand in their order, because of several that are due the last one is told', (_key, { rungs }) => {
    const places = rungs.map(({ fraction, plus }) => fraction * 1_000_000 + (plus === undefined ? 0 : plus.amount * hours[plus.unit]));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
