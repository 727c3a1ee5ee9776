import { has } from '#locales';
import { useLanguage, useT } from '../i18n/useT.js';
import { cityOf } from './iso-dates.js';

/** The name of a zone's place: as given, else the catalogue's word for its city, else the English city. */
export function usePlace(zone: string, given?: string): string {
  const lang = useLanguage();
  const t = useT();
  if (given !== undefined) return given;
  return has(lang, `lists.place.${zone}`) ? t(`lists.place.${zone}`) : cityOf(zone);
}
