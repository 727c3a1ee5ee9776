import { directionOfText, isolateRuns, isolateValue } from './bidi.js';

const shown = (text: string): string => text.replace(/\u2066/g, '[').replace(/\u2068/g, '{').replace(/\u2069/g, ']').replace(/\u00a0/g, ' ');

describe('values where two directions meet', () => {
  it.each([
    ['גודל 3-5 mm, מיום 05-Apr-2008.', 'גודל [3-5 mm], מיום [05-Apr-2008].'],
    ['אצל Dr Li (Shanghai) כאן', 'אצל [Dr Li (Shanghai)] כאן'],
    ['סריקה (MRI מלא)', 'סריקה ([MRI] מלא)'],
    ['סריקה (מלאה MRI)', 'סריקה (מלאה [MRI])'],
    ['שלב cT2 N1 M0, 23 mm, HUVOS III (90%) ועוד', 'שלב [cT2 N1 M0, 23 mm, HUVOS III (90%)] ועוד'],
    ['טלפון +7 (700) 555-0142', 'טלפון [+7 (700) 555-0142]'],
    ['נמק HUVOS III (90%)', 'נמק [HUVOS III (90%)]'],
    ['ירידה של 30%', 'ירידה של [30%]'],
    ['בת 22 שנים', 'בת 22 שנים'],
    ['No Hebrew at all, 3-5 mm', 'No Hebrew at all, 3-5 mm'],
  ])('%s', (text, whole) => {
    expect(shown(isolateRuns(text))).toBe(whole);
  });

  it('are isolated only where they meet', () => {
    expect(shown(isolateValue('Dr Li', 'ltr'))).toBe('Dr Li');
    expect(shown(isolateValue('Dr Li', 'rtl'))).toBe('[Dr Li]');
    expect(shown(isolateValue('בן־דוד', 'rtl'))).toBe('בן־דוד');
    expect(shown(isolateValue('בן־דוד', 'ltr'))).toBe('{בן־דוד]');
    expect(isolateValue(isolateValue('Dr Li', 'rtl'), 'rtl')).toBe(isolateValue('Dr Li', 'rtl'));
  });

  it('a text has the direction of its first letter', () => {
    expect(directionOfText('05 בן', 'ltr')).toBe('rtl');
    expect(directionOfText('05 Ә בן', 'rtl')).toBe('ltr');
    expect(directionOfText('12-34', 'rtl')).toBe('rtl');
  });
});
