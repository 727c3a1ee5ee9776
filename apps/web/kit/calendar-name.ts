import { has } from '#locales';
import { useT } from '../i18n/useT.js';

/** The name of a calendar, or its id where somebody made it. */
export function useCalendarName(): (id: string) => string {
  const t = useT();
  return (id) => (has('en', `common.calendarName.${id}`) ? t(`common.calendarName.${id}`) : id);
}
