import { has } from '#locales';
import { useT } from '../i18n/useT.js';

/** The name of a calendar; a hospital's own is called after the hospital's code. */
export function useCalendarName(): (id: string) => string {
  const t = useT();
  return (id) => (id.startsWith('own.') ? t('common.calendarName.own', { hospital: id.slice('own.'.length) }) : has('en', `common.calendarName.${id}`) ? t(`common.calendarName.${id}`) : id);
}
