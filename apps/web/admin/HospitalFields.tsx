import { Select, TextInput } from '@mantine/core';
import { languages } from '#locales';
import { useT } from '../i18n/useT.js';
import { useCalendarName } from '../kit/calendar-name.js';
import styles from './Admin.module.css';

/** A hospital as it is typed. */
export interface HospitalDraft { code: string; name: Record<string, string>; zone: string; country: string; calendarId: string | null }

export const emptyHospital: HospitalDraft = { code: '', name: {}, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, country: '', calendarId: null };

/** What usually goes with a shipped calendar; it can be typed over. */
const usual: Readonly<Record<string, { zone: string; country: string }>> = {
  shanghai: { zone: 'Asia/Shanghai', country: 'CN' }, astana: { zone: 'Asia/Almaty', country: 'KZ' }, almaty: { zone: 'Asia/Almaty', country: 'KZ' }, 'astana-six-day': { zone: 'Asia/Almaty', country: 'KZ' },
  'almaty-six-day': { zone: 'Asia/Almaty', country: 'KZ' }, bishkek: { zone: 'Asia/Bishkek', country: 'KG' }, 'bishkek-state-funded': { zone: 'Asia/Bishkek', country: 'KG' }, 'tel-aviv': { zone: 'Asia/Jerusalem', country: 'IL' },
};

/** The names that are given, without empty ones. */
export const namesGiven = (name: HospitalDraft['name']): Record<string, string> => Object.fromEntries(Object.entries(name).map(([lang, text]) => [lang, text.trim()] as const).filter(([, text]) => text !== ''));
export const hospitalComplete = (draft: HospitalDraft): boolean => draft.code !== '' && (draft.name['en'] ?? '').trim() !== '' && draft.zone !== '' && /^[A-Z]{2}$/.test(draft.country) && draft.calendarId !== null;

interface Props { draft: HospitalDraft; onChange: (draft: HospitalDraft) => void; calendars: readonly string[]; tried: boolean }

/** Name in each language, short code, calendar, zone, country. */
export function HospitalFields({ draft, onChange, calendars, tried }: Props) {
  const t = useT();
  const calendarName = useCalendarName();
  const need = (missing: boolean) => (tried && missing ? t('admin.needed') : null);
  const set = (change: Partial<HospitalDraft>) => onChange({ ...draft, ...change });
  const zones = [...new Set([draft.zone, ...Intl.supportedValuesOf('timeZone')])].filter((zone) => zone !== '');
  return (
    <>
      <div className={styles.two}>
        {languages.map(({ code, name }) => (
          <TextInput key={code} label={t('admin.nameIn', { language: name })} description={code === 'en' ? undefined : t('common.optional')} value={draft.name[code] ?? ''} dir="auto" required={code === 'en'} withAsterisk={false}
            error={need(code === 'en' && (draft.name['en'] ?? '').trim() === '')} onChange={(event) => set({ name: { ...draft.name, [code]: event.currentTarget.value } })} />
        ))}
        <TextInput label={t('admin.code')} description={t('admin.codeHint')} value={draft.code} dir="ltr" required withAsterisk={false} error={need(draft.code === '')} onChange={(event) => set({ code: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9-]/g, '') })} />
      </div>
      <Select label={t('common.due.calendar')} description={t('admin.calendarHint')} data={calendars.map((id) => ({ value: id, label: calendarName(id) }))} value={draft.calendarId} searchable required withAsterisk={false} error={need(draft.calendarId === null)}
        onChange={(calendarId) => set({ calendarId, ...(calendarId === null ? {} : usual[calendarId] ?? {}) })} />
      <div className={styles.two}>
        <Select label={t('people.zone')} data={zones} value={draft.zone} searchable required withAsterisk={false} allowDeselect={false} error={need(draft.zone === '')} onChange={(zone) => set({ zone: zone ?? draft.zone })} />
        <TextInput label={t('admin.country')} description={t('admin.countryHint')} value={draft.country} maxLength={2} dir="ltr" required withAsterisk={false} error={need(!/^[A-Z]{2}$/.test(draft.country))} onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })} />
      </div>
    </>
  );
}
