import { SHANGHAI, ASTANA } from '../calendars/shipped-calendars.js';
import type { WorkContext } from '../time/calendar.js';
import { markInstantsOrProvisional } from '../time/mark-instants.js';
import { workingTimeBetween } from '../time/working-time-between.js';
import type { PersonSummary } from '../people/people.js';
import type { TaskKind } from '../tasks/task.js';
import type { ForecastCase, ForecastClock, ForecastTask, Usual } from './definition.js';
import { forecast } from './forecast.js';
import { whoCould } from './who-could.js';

const hour = 3_600_000;
/** Friday noon in Shanghai; the meeting is on Thursday the 3rd at 15:00, its cut on Wednesday 15:00. */
const now = '2026-11-27T04:00:00.000Z';
const cutAt = '2026-12-02T07:00:00.000Z';
const away = new Map<string, WorkContext['leave']>([['chen', [{ kind: 'dates', from: '2026-11-27', to: '2026-12-04', label: 'leave' }]]]);
const context = (institutionId: string, personId: string | null): WorkContext => ({ calendar: institutionId === 'astana' ? ASTANA : SHANGHAI, unreviewedYears: 'plain-week', ...(personId !== null && away.has(personId) ? { leave: away.get(personId) ?? [] } : {}) });
const clock: ForecastClock = {
  finish: (start, workMs, { institutionId, personId }, byClock) => {
    const found = markInstantsOrProvisional(start, { amount: workMs / hour, unit: byClock ? 'clock-hours' : 'working-hours' }, context(institutionId, personId), [{ name: 'end', fraction: 1 }]);
    return found.ok ? (found.marks[0]?.at ?? null) : null;
  },
  between: (from, to, { institutionId, personId }, byClock) => {
    const found = workingTimeBetween(from, to, context(institutionId, personId));
    return byClock || !found.ok ? Date.parse(to) - Date.parse(from) : found.milliseconds;
  },
};
/** Reviews take six working hours, ten if slow; errands have no record, so their allowance of five working days speaks. */
const usual: Usual = {
  of: (kind) => (kind.endsWith('Review') ? { samples: 40, medianMs: 6 * hour, slowMs: 10 * hour } : null),
  allowance: () => ({ amount: 5, unit: 'workingDays' }),
};
const task = (kind: TaskKind, given: Partial<ForecastTask> = {}): ForecastTask => ({
  id: kind, kind, status: 'inProgress', ownerId: `${kind}-owner`, offer: { institutionId: 'shanghai', role: 'specialist', discipline: kind === 'imagingReview' ? 'radiology' : 'pathology' }, elapsedMs: 0, paused: false, serves: null, ...given,
});
const done = (kind: TaskKind): ForecastTask => task(kind, { status: 'completed' });
const inReview = (...tasks: readonly ForecastTask[]): ForecastCase => ({ column: 'pathologyReview', urgency: 'routine', hostInstitutionId: 'shanghai', secondPathology: true, tasks, accepted: false });
const at = (of: ForecastCase, when = now) => forecast(of, cutAt, when, clock, usual);

describe('will it make Thursday?', () => {
  it('ready: in discussion with nothing open, or taken as it is by the chair', () => {
    expect(at({ ...inReview(), column: 'discussion' })).toMatchObject({ verdict: 'ready', blocker: null, steps: [] });
    expect(at({ ...inReview(task('imagingReview')), accepted: true }).verdict).toBe('ready');
  });

  it('on track: what is left is done in time even if slow, on the calendar of its owner', () => {
    const told = at(inReview(done('pathologyReview'), done('secondPathologyReview'), task('imagingReview', { elapsedMs: 2 * hour })));
    // Friday 12:00 is lunch in Shanghai: four hours on Friday afternoon; slow, eight: Friday and Monday morning.
    expect(told).toMatchObject({ verdict: 'onTrack', blocker: 0, usualAt: told.steps[0]?.usualAt });
    expect(told.steps[0]).toMatchObject({ kind: 'imagingReview', basis: 'measured', samples: 40, usualMs: 4 * hour, slowMs: 8 * hour });
    expect(told.slowAt?.slice(0, 10)).toBe('2026-11-30');
  });

  it('one after the other: a second pathology begins when the first is done, and the first is the blocker', () => {
    const told = at(inReview(task('pathologyReview'), done('imagingReview')));
    const [first, second] = told.steps;
    expect(told.steps.map(({ kind, taskId, after }) => ({ kind, taskId, after }))).toEqual([{ kind: 'pathologyReview', taskId: 'pathologyReview', after: [] }, { kind: 'secondPathologyReview', taskId: null, after: [0] }]);
    expect(clock.between(first?.usualAt ?? '', second?.usualAt ?? '', { institutionId: 'shanghai', personId: null }, false)).toBe(6 * hour);
    expect(told.blocker).toBe(0);
  });

  it('at risk: as usual in time, slow not', () => {
    const tuesday = '2026-12-01T06:00:00.000Z';
    // Tuesday 14:00 to Wednesday 15:00 are less than ten working hours and more than six.
    const told = at(inReview(done('pathologyReview'), done('secondPathologyReview'), task('imagingReview')), tuesday);
    expect(told.steps[0]?.leftMs).toBeGreaterThan(6 * hour);
    expect(told.steps[0]?.leftMs).toBeLessThan(10 * hour);
    expect(told.verdict).toBe('atRisk');
  });

  it('not in time: the owner is away until after the cut; somebody else could take it', () => {
    const told = at(inReview(task('pathologyReview', { ownerId: 'chen' }), done('imagingReview'), done('secondPathologyReview')));
    expect(told.verdict).toBe('notInTime');
    expect(told.steps[0]?.leftMs).toBe(0);
    const step = told.steps[0];
    if (step === undefined) throw new Error('no step');
    const person = (id: string, given: Partial<PersonSummary> = {}): PersonSummary => ({ id, name: id, active: true, substituteId: null, posts: [], ...given });
    const could = whoCould(step, [person('chen'), person('gone', { active: false }), person('off', { away: true }), person('friend'), person('busy'), person('free')], ['friend'], (id) => (id === 'busy' ? 9 : 1), cutAt, now, 'routine', clock);
    expect(could.map(({ personId, inTime }) => [personId, inTime])).toEqual([['free', true], ['busy', true]]);
  });

  it('a review whose clock stands still waits for what was asked for; with nothing under way it has no date', () => {
    const paused = task('imagingReview', { paused: true });
    const waits = at(inReview(done('pathologyReview'), done('secondPathologyReview'), paused, task('supplyMaterial', { serves: 'imagingReview', offer: { institutionId: 'astana', role: 'caseManager', discipline: null } })));
    expect(waits.steps.map(({ kind, after, basis, usualMs }) => [kind, after, basis, usualMs])).toEqual([['supplyMaterial', [], 'allowance', 20 * hour], ['imagingReview', [0], 'measured', 6 * hour]]);
    expect(waits.blocker).toBe(0);
    const stands = at(inReview(done('pathologyReview'), done('secondPathologyReview'), paused));
    expect(stands).toMatchObject({ verdict: 'notInTime', usualAt: null, slowAt: null, blocker: 0 });
  });

  it('in intake: what the referrer owes, then reviews that nobody has yet', () => {
    const told = at({ ...inReview(task('triage', { offer: { institutionId: 'shanghai', role: 'caseManager', discipline: null } })), column: 'intake' });
    expect(told.steps.map(({ kind, after }) => [kind, after])).toEqual([['triage', []], ['pathologyReview', [0]], ['secondPathologyReview', [1, 0]], ['imagingReview', [0]]]);
    expect(told.blocker).toBe(0);
  });

  it('who has had it for longer than usual needs some time all the same', () => {
    const told = at(inReview(done('pathologyReview'), done('secondPathologyReview'), task('imagingReview', { elapsedMs: 30 * hour })));
    expect(told.steps[0]).toMatchObject({ usualMs: 1.5 * hour, slowMs: 2.5 * hour });
  });

  it('emergencies run by the clock', () => {
    const told = at({ ...inReview(done('pathologyReview'), done('secondPathologyReview'), task('imagingReview')), urgency: 'emergency' });
    expect(told.usualAt).toBe('2026-11-27T10:00:00.000Z');
  });

  it('the more of the usual time is used up, the earlier it ends', () => {
    const ends = [0, 1, 2, 4, 6, 8].map((elapsed) => at(inReview(done('pathologyReview'), done('secondPathologyReview'), task('imagingReview', { elapsedMs: elapsed * hour }))).slowAt ?? '');
    expect(ends).toEqual(ends.toSorted().toReversed());
  });
});
