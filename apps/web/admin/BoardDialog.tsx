import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '#locales';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import type { BoardDto, InstitutionDto, PublishBoardDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import styles from './Admin.module.css';
import { FormDialog } from './FormDialog.js';
import { namesGiven } from './HospitalFields.js';
import { adminQueries } from './reading.js';
import { disciplines, useInstitutionName, useWeekdayName } from './words.js';

interface Props { board: BoardDto | null; institutions: readonly InstitutionDto[]; onClose: () => void }
type Draft = Omit<PublishBoardDto, 'hostInstitutionId' | 'seenVersion' | 'onBehalfOf' | 'inPostAt' | 'name'> & { hostInstitutionId: string | null; name: Record<string, string> };

const templates = ['general', 'bone-sarcoma', 'breast', 'upper-gi'] as const;
const byDefault: PublishBoardDto['requiredDisciplines'] = ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology'];

/** A new board, or the next version of one: open cases keep the version that they began on. */
export function BoardDialog({ board, institutions, onClose }: Props) {
  const t = useT();
  const lang = useLanguage();
  const institutionName = useInstitutionName();
  const weekdayName = useWeekdayName();
  const mine = useSession().posts.filter(({ role }) => role === 'admin').map(({ institutionId }) => institutionId);
  const hosts = institutions.filter(({ id }) => mine.includes(id) || id === board?.host.id);
  const [draft, setDraft] = useState<Draft>(() => beginning(board, lang, hosts.length === 1 ? hosts[0]?.id ?? null : null));
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: '/api/boards', key: `publish-board:${board?.id ?? 'new'}`, invalidates: adminQueries });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const named = Object.values(namesGiven(draft.name)).length > 0;
  const complete = named && draft.hostInstitutionId !== null && draft.place.trim() !== '' && draft.requiredDisciplines.length > 0 && /^\d\d:\d\d$/.test(draft.localTime);
  const need = (missing: boolean) => (tried && missing ? t('admin.needed') : null);
  const send = async () => {
    setTried(true);
    if (complete && await command.run({ ...draft, name: namesGiven(draft.name), ...(board ? { boardId: board.id, seenVersion: board.version } : {}) }) !== undefined) onClose();
  };
  return (
    <FormDialog title={board ? t('admin.nextVersion', { board: board.name, version: board.version + 1 }) : t('admin.addBoard')} verb={t(board ? 'admin.publish' : 'admin.addBoard')} onClose={onClose} onSubmit={() => void send()} sending={command.sending} problem={command.problem}>
      {board && <p className="quiet">{t('admin.versionKept', { version: board.version })}</p>}
      <div className={styles.two}>
        {languages.map(({ code, name }) => <TextInput key={code} label={t('admin.nameIn', { language: name })} value={draft.name[code] ?? ''} dir="auto" error={code === 'en' ? need(!named) : null} onChange={(event) => set({ name: { ...draft.name, [code]: event.currentTarget.value } })} />)}
        {!board && <Select label={t('admin.template')} description={t('admin.templateHint')} data={templates.map((code) => ({ value: code, label: t(`admin.templateName.${code}`) }))} value={draft.template} allowDeselect={false} onChange={(template) => set({ template: template ?? draft.template })} />}
      </div>
      <Select label={t('admin.host')} data={hosts.map((each) => ({ value: each.id, label: institutionName(each) }))} value={draft.hostInstitutionId} disabled={board !== null} error={need(draft.hostInstitutionId === null)} onChange={(hostInstitutionId) => set({ hostInstitutionId })} />
      <MultiSelect label={t('admin.partners')} data={institutions.filter(({ id }) => id !== draft.hostInstitutionId).map((each) => ({ value: each.id, label: institutionName(each) }))} value={draft.partnerInstitutionIds} onChange={(partnerInstitutionIds) => set({ partnerInstitutionIds })} searchable />
      <MultiSelect label={t('admin.required')} description={t('admin.requiredHint')} data={disciplines.map((code) => ({ value: code, label: t(`lists.discipline.${code}`) }))} value={draft.requiredDisciplines} error={need(draft.requiredDisciplines.length === 0)}
        onChange={(chosen) => set({ requiredDisciplines: disciplines.filter((code) => chosen.includes(code)) })} />
      <div className={styles.two}>
        <Select label={t('admin.weekday')} data={['1', '2', '3', '4', '5', '6', '7'].map((day) => ({ value: day, label: weekdayName(Number(day)) }))} value={draft.weekday} allowDeselect={false} onChange={(day) => set({ weekday: weekdays.find((each) => each === day) ?? draft.weekday })} />
        <TextInput type="time" label={t('admin.localTime')} value={draft.localTime} onChange={(event) => set({ localTime: event.currentTarget.value })} />
        <NumberInput label={t('admin.minutes')} min={10} max={600} value={draft.minutes} onChange={(minutes) => set({ minutes: Number(minutes) })} />
        <NumberInput label={t('admin.specialties')} min={1} max={9} value={draft.minimumSpecialties} onChange={(count) => set({ minimumSpecialties: Number(count) })} />
      </div>
      <TextInput label={t('admin.place')} value={draft.place} dir="auto" error={need(draft.place.trim() === '')} onChange={(event) => set({ place: event.currentTarget.value })} />
    </FormDialog>
  );
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const satisfies readonly PublishBoardDto['weekday'][];

function beginning(board: BoardDto | null, lang: string, host: string | null): Draft {
  if (!board) return { name: {}, template: 'general', hostInstitutionId: host, partnerInstitutionIds: [], requiredDisciplines: [...byDefault], minimumSpecialties: 3, weekday: '4', localTime: '14:00', minutes: 90, place: '' };
  return {
    name: { [lang]: board.name }, template: 'general', hostInstitutionId: board.host.id, partnerInstitutionIds: board.partners.map(({ id }) => id), requiredDisciplines: [...board.requiredDisciplines],
    minimumSpecialties: board.minimumSpecialties, weekday: weekdays.find((day) => Number(day) === board.weekday) ?? '4', localTime: board.localTime, minutes: board.minutes, place: board.place,
  };
}
