import { Button, CloseButton, Select, Textarea } from '@mantine/core';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import formStyles from '../kit/form/Form.module.css';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import { newRowId, type Voice } from './proposal.js';

interface Props {
  id: string;
  kind: 'dissents' | 'abstentions';
  voices: readonly Voice[];
  /** The other kind's: each person has one voice. */
  others: readonly Voice[];
  view: MeetingViewDto;
  item: AgendaItemDto;
  error: string | null;
  onChange: (voices: Voice[]) => void;
}

/** Who dissents or abstains, by name and in their words. Only those in the room without a conflict of interest. */
export function Voices({ id, kind, voices, others, view, item, error, onChange }: Props) {
  const t = useT();
  const conflicts = new Set(item.quorum.conflicts.map((person) => person.id));
  const taken = new Set([...voices, ...others].map((voice) => voice.personId));
  const room = view.attendance.filter((one) => one.leftAt === null && !conflicts.has(one.person.id)).map((one) => ({ value: one.person.id, label: one.person.name }));
  const set = (at: number, part: Partial<Voice>) => onChange(voices.map((voice, i) => (i === at ? { ...voice, ...part } : voice)));
  const title = t(`meetings.composer.${kind}`);
  return (
    <div className={formStyles.field} role="group" aria-label={title}>
      <span className={formStyles.label}>{title}</span>
      {voices.map((voice, i) => (
        <div key={voice.id} className={styles.voice}>
          <Select aria-label={t('meetings.composer.who')} placeholder={t('meetings.composer.who')} data={room.filter((person) => person.value === voice.personId || !taken.has(person.value))} value={voice.personId || null} onChange={(personId) => set(i, { personId: personId ?? '' })} />
          <Textarea aria-label={t('common.reason')} placeholder={t('common.reason')} autosize minRows={1} dir="auto" value={voice.reason} onChange={(event) => set(i, { reason: event.currentTarget.value })} />
          <CloseButton aria-label={t('common.removeRow', { number: i + 1 })} onClick={() => onChange(voices.filter((_, other) => other !== i))} />
        </div>
      ))}
      {error && <span className={formStyles.error}><StatusShape status="overdue" size={11} />{error}</span>}
      <div><Button id={id} size="compact-sm" variant="default" disabled={room.length === 0} onClick={() => onChange([...voices, { id: newRowId(), personId: '', reason: '' }])}><T k={`meetings.composer.add.${kind}`} /></Button></div>
    </div>
  );
}
