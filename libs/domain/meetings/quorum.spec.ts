import type { Discipline } from '../core/actor.js';
import type { QuorumRule } from '../boards/definition.js';
import { quorumOf } from './quorum.js';
import type { Attendance } from './state.js';

const rule: QuorumRule = { requiredDisciplines: ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology'], minimumSpecialties: 3, bothSidesWhenCrossBorder: true };
const at = '2024-02-04T06:30:00.000Z';
const here = (personId: string, discipline: Discipline, institutionId = 'shanghai', over: Partial<Attendance> = {}): Attendance => ({
  personId, discipline, institutionId, how: 'present', substituteFor: null, from: '2024-02-04T06:00:00.000Z', leftAt: null, ...over,
});
const five = [here('wang', 'surgery'), here('li', 'medicalOncology'), here('zhao', 'radiationOncology'), here('chen', 'pathology'), here('dana', 'radiology', 'astana')];
const story = { conflicts: [], sides: ['astana', 'shanghai'] };

describe('quorum of a case at an instant', () => {
  it('is met by the five required disciplines with somebody of each side', () => {
    const quorum = quorumOf(rule, five, at, story);
    expect(quorum).toMatchObject({ met: true, missingDisciplines: [], missingSides: [], specialties: 5 });
    expect(quorum.present.surgery).toEqual(['wang']);
  });
  it('says which disciplines are missing', () => {
    expect(quorumOf(rule, five.slice(0, 3), at, { ...story, sides: ['shanghai'] })).toMatchObject({ met: false, missingDisciplines: ['pathology', 'radiology'], missingSides: [] });
  });
  it('says which side has nobody', () => {
    const allHosts = five.map((one) => ({ ...one, institutionId: 'shanghai' }));
    expect(quorumOf(rule, allHosts, at, story)).toMatchObject({ met: false, missingDisciplines: [], missingSides: ['astana'] });
    expect(quorumOf(rule, allHosts, at, { conflicts: [], sides: ['shanghai', 'shanghai'] }).met).toBe(true);
    expect(quorumOf({ ...rule, bothSidesWhenCrossBorder: false }, allHosts, at, story).met).toBe(true);
  });
  it('keeps a person in conflict of interest out of this case, not of the meeting', () => {
    expect(quorumOf(rule, five, at, { ...story, conflicts: ['wang'] })).toMatchObject({ met: false, missingDisciplines: ['surgery'], specialties: 4 });
    expect(quorumOf(rule, [...five, here('sun', 'surgery')], at, { ...story, conflicts: ['wang'] }).present.surgery).toEqual(['sun']);
    expect(quorumOf(rule, five, at, { ...story, conflicts: ['dana'] }).missingSides).toEqual(['astana']);
  });
  it('counts a person for one discipline only', () => {
    const double = [...five.filter((one) => one.discipline !== 'radiology'), here('wang', 'radiology', 'astana')];
    expect(quorumOf(rule, double, at, story)).toMatchObject({ met: false, missingDisciplines: ['radiology'], missingSides: ['astana'] });
  });
  it('counts who was in the room at that instant, not before and not after', () => {
    const left = five.map((one) => (one.personId === 'chen' ? { ...one, leftAt: '2024-02-04T06:29:59.999Z' } : one));
    expect(quorumOf(rule, left, at, story).missingDisciplines).toEqual(['pathology']);
    expect(quorumOf(rule, left, '2024-02-04T06:10:00.000Z', story).met).toBe(true);
    const late = five.map((one) => (one.personId === 'chen' ? { ...one, from: '2024-02-04T06:40:00.000Z' } : one));
    expect(quorumOf(rule, late, at, story).missingDisciplines).toEqual(['pathology']);
  });
  it('counts somebody who left and came back', () => {
    const back = [...five.map((one) => (one.personId === 'chen' ? { ...one, leftAt: '2024-02-04T06:05:00.000Z' } : one)), here('chen', 'pathology', 'shanghai', { from: '2024-02-04T06:20:00.000Z' })];
    expect(quorumOf(rule, back, at, story).met).toBe(true);
  });
  it('counts a substitute for the discipline stood in for', () => {
    const substituted = five.map((one) => (one.personId === 'chen' ? here('gu', 'pathology', 'shanghai', { substituteFor: 'chen' }) : one));
    expect(quorumOf(rule, substituted, at, story).met).toBe(true);
  });
  it('asks for three specialties, of which nursing is none', () => {
    const small: QuorumRule = { requiredDisciplines: ['surgery'], minimumSpecialties: 3, bothSidesWhenCrossBorder: false };
    const two = [here('a', 'surgery'), here('b', 'radiology'), here('c', 'nursing')];
    expect(quorumOf(small, two, at, story)).toMatchObject({ met: false, specialties: 2, specialtiesNeeded: 3 });
    expect(quorumOf(small, [...two, here('d', 'pathology')], at, story).met).toBe(true);
  });
});
