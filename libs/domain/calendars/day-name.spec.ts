import { dayName } from './day-name.js';
import { HOLIDAYS } from './holidays.js';
import { SHIPPED_CALENDARS } from './shipped-calendars.js';

const rules = SHIPPED_CALENDARS.flatMap(({ id, days }) => Object.entries(days).map(([date, rule]) => ({ where: `${id} ${date}`, rule })));
const scripts = { he: /^[^a-z]*[\u0590-\u05ff]/, ru: /^[^a-z]*[\u0400-\u04ff]/, zh: /^[^a-z]*[\u4e00-\u9fff]/, kk: /^[^a-z]*[\u0400-\u04ff]/ } as const;

describe('a day of a shipped calendar', () => {
  it.each(Object.entries(scripts))('has a name in %s, in its script', (language, script) => {
    expect(rules.length).toBeGreaterThan(300);
    expect(rules.filter(({ rule }) => !script.test(dayName(rule, language)) || /[a-z]/i.test(dayName(rule, language))).map(({ where, rule }) => `${where}: ${rule.reason}`)).toEqual([]);
  });

  it('is called so', () => {
    const day = (id: string, date: string, language: string) => dayName(SHIPPED_CALENDARS.find((one) => one.id === id)?.days[date] ?? { reason: 'none' }, language);
    expect([day('shanghai', '2026-02-17', 'zh'), day('shanghai', '2026-02-14', 'he'), day('tel-aviv', '2026-09-21', 'he'), day('astana', '2026-12-16', 'kk'), day('bishkek', '2027-05-17', 'ru'), day('shanghai', '2026-02-17', 'en')])
      .toEqual(['春节', 'יום עבודה במקום 2026-02-20', 'יום כיפור', 'Тәуелсіздік күні', 'Курман айт, если по луне он придётся на 17-е', 'Spring Festival']);
  });

  it('is called one thing by one code: no two holidays share an English name', () => {
    const english = Object.values(HOLIDAYS).map(({ en }) => en);
    expect(new Set(english).size).toBe(english.length);
  });
});

describe('a day that somebody wrote', () => {
  it('stays as it was written, also with a code or in a language that nobody translated', () => {
    expect(dayName({ reason: 'Christmas' }, 'he')).toBe('Christmas');
    expect(dayName({ reason: 'Spring Festival, longer for the wards', code: 'spring-festival' }, 'zh')).toBe('Spring Festival, longer for the wards');
    expect(dayName({ reason: 'Spring Festival', code: 'spring-festival' }, 'ky')).toBe('Spring Festival');
    expect(dayName({ reason: 'Jubilee', code: 'constructor' }, 'ru')).toBe('Jubilee');
  });
});
