import type { DayRule } from '../time/calendar.js';
import { HOLIDAYS, type Named } from './holidays.js';

/** What shipped rows say of a day beside a holiday's name. */
const sentences: readonly Named[] = [
  { en: 'Kurban Ait, if the moon puts it on the 17th', he: 'קורבן איט, אם הירח יקבע אותו ל־17', ru: 'Курбан-айт, если по луне он придётся на 17-е', zh: '古尔邦节（若月相落在17日）', kk: 'Құрбан айт, егер ай бойынша 17-іне түссе' },
  { en: 'Kurman Ait, if the moon puts it on the 17th', he: 'קורמן איט, אם הירח יקבע אותו ל־17', ru: 'Курман айт, если по луне он придётся на 17-е', zh: '古尔邦节（若月相落在17日）', kk: 'Құрман айт, егер ай бойынша 17-іне түссе' },
  { en: 'Orozo Ait, if the moon puts it on the 10th', he: 'אורוזו איט, אם הירח יקבע אותו ל־10', ru: 'Орозо айт, если по луне он придётся на 10-е', zh: '开斋节（若月相落在10日）', kk: 'Ораза айт, егер ай бойынша 10-ына түссе' },
  { en: 'Worked in a six-day week', he: 'יום עבודה בשבוע של שישה ימים', ru: 'Рабочий день при шестидневной неделе', zh: '六天工作制下的工作日', kk: 'Алты күндік аптада жұмыс күні' },
  { en: 'The day off moved in 2024 is known for the five-day week only', he: 'יום החופש שהוזז ב־2024 ידוע רק לגבי שבוע של חמישה ימים', ru: 'Перенос выходного в 2024 году известен только для пятидневной недели', zh: '2024年调休只知适用于五天工作制', kk: '2024 жылы ауыстырылған демалыс күні тек бес күндік аптаға белгілі' },
  { en: 'Election day of the 26th Knesset may fall on this day', he: 'יום הבחירות לכנסת ה־26 עשוי לחול ביום זה', ru: 'На этот день могут прийтись выборы в кнессет 26-го созыва', zh: '第26届议会选举日可能在这一天', kk: '26-шы кнессет сайлауы осы күнге түсуі мүмкін' },
];
/** A day worked for another, whose date follows. */
const workedInstead: Named = { en: 'Worked instead of ', he: 'יום עבודה במקום ', ru: 'Рабочий день вместо ', zh: '调休，补', kk: 'Орнына жұмыс күні: ' };
const holidays: ReadonlyMap<string, Named> = new Map(Object.entries(HOLIDAYS));

const isLanguage = (language: string): language is keyof Named => Object.hasOwn(workedInstead, language);

/**
 * What a day is called for a reader: the name that the shipped calendars have in this language. What somebody wrote, and any language
 * that there is none in, gets the reason as it stands.
 */
export const dayName = ({ reason, code }: Pick<DayRule, 'reason' | 'code'>, language: string): string => {
  if (code === undefined || !isLanguage(language)) return reason;
  const holiday = holidays.get(code);
  if (holiday?.en === reason) return holiday[language];
  const date = reason.startsWith(workedInstead.en) ? reason.slice(workedInstead.en.length) : null;
  if (date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date)) return workedInstead[language] + date;
  return sentences.find(({ en }) => en === reason)?.[language] ?? reason;
};
