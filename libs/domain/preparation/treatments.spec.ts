import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import { daySpan, timelineOf } from './treatments.js';

const given = (value: string): FieldAnswer => ({ state: 'given', value });
const row = (country: string, from: string | null, to: string | null = null) => ({ country: given(country), kind: given('systemicTherapy'), ...(from === null ? {} : { from: given(from) }), ...(to === null ? {} : { to: given(to) }), document: given('none') });
const answers = (...rows: ReturnType<typeof row>[]): FormAnswers => ({ priorTreatments: { state: 'given', value: rows } });
const said = (of: FormAnswers) => timelineOf(of).map(({ source, from, orderKnown }) => [source.country, from, orderKnown]);

describe('earlier treatments as a timeline', () => {
  it('keep a year as a year and a month as a month', () => {
    expect(timelineOf(answers(row('de', '2023', '2023-06')))).toMatchObject([{ from: '2023', to: '2023-06', starts: { first: '2023-01-01', last: '2023-12-31' }, ends: { first: '2023-06-01', last: '2023-06-30' } }]);
  });

  it('stand in the order in which they may have begun, and say where it is not known', () => {
    expect(said(answers(row('ru', '2023-11-03'), row('kr', null), row('kr', '2023-05'), row('de', '2022'), row('de', '2023'), row('kz', '2023-11-03')))).toEqual([
      ['de', '2022', true], ['de', '2023', true], ['kr', '2023-05', false], ['ru', '2023-11-03', true], ['kz', '2023-11-03', false], ['kr', null, false],
    ]);
  });

  it.each([['2024-02', '2024-02-29'], ['2023-02', '2023-02-28'], ['2024', '2024-12-31'], ['2024-05-17', '2024-05-17']])('%s ends at the latest on %s', (date, last) => {
    expect(daySpan(date)?.last).toBe(last);
  });

  it.each(['2023-02-30', '2023-13', 'spring', ''])('%s is no date', (date) => {
    expect(daySpan(date)).toBeNull();
  });

  it('are none where the form says "not applicable"', () => {
    expect(timelineOf({ priorTreatments: { state: 'notApplicable', reason: 'First diagnosis' } })).toEqual([]);
  });
});
