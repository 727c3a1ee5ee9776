import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoDate } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import type { Named } from './Composer.js';
import styles from './Meeting.module.css';
import { StatusShape } from '../kit/StatusShape.js';
import { bodyOf, lacksAlternative, type Proposal, type Voice } from './proposal.js';
import { meetingQueries } from './reading.js';

interface Props {
  view: MeetingViewDto;
  item: AgendaItemDto;
  typed: Proposal;
  people: readonly Named[];
  hospitals: readonly Named[];
  onClose: () => void;
  onRecorded: () => void;
}

/** The whole recommendation in large type, to be read aloud; then recorded as it stands. */
export function ReadBack({ view, item, typed: now, people, hospitals, onClose, onRecorded }: Props) {
  const t = useT();
  // What is read is what is recorded: whatever is typed meanwhile is read first.
  const [typed, setTyped] = useState(now);
  const changed = JSON.stringify(typed) !== JSON.stringify(now);
  const record = useCommand<object>({ path: `/api/cases/${item.case.id}/outcomes/recommendation`, key: `recommend:${view.meeting.id}:${item.case.id}`, invalidates: meetingQueries });
  const send = async () => { if (await record.run(bodyOf(typed, view.meeting.id)) !== undefined) onRecorded(); };
  const nameOf = (list: readonly Named[], id: string | null) => list.find((each) => each.value === id)?.label ?? '';
  const everyone = [...people, ...view.attendance.map((one) => ({ value: one.person.id, label: one.person.name }))];
  const row = (key: string, value: React.ReactNode) => <><dt>{t(key)}</dt><dd>{value}</dd></>;
  const text = (key: string, words: string) => (words.trim() === '' ? null : row(key, <span dir="auto">{words}</span>));
  const voices = (key: string, list: readonly Voice[]) => (list.length === 0 ? null : row(key, list.map((voice) => <div key={voice.personId}><bdi>{nameOf(everyone, voice.personId)}</bdi>: <span dir="auto">{voice.reason}</span></div>)));
  return (
    <Modal opened onClose={onClose} size={760} title={t('meetings.composer.readBackTitle', { number: item.case.number })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <dl className={styles.readBack}>
        {typed.options.length > 0 && row('meetings.composer.options', typed.options.map((one) => <div key={one.id} dir="auto">{one.option}{one.favours.trim() !== '' && <> · {t('meetings.composer.favours')}: {one.favours}</>}{one.against.trim() !== '' && <> · {t('meetings.composer.against')}: {one.against}</>}</div>))}
        {row('recommendations.intent', typed.intent && <T k={`lists.intent.${typed.intent}`} />)}
        {row('recommendations.modality', typed.modalities.map((code, i) => <span key={code}>{i > 0 && ', '}<T k={`lists.modality.${code}`} /></span>))}
        {row('meetings.composer.laterality', typed.laterality ? <strong><T k={`lists.laterality.${typed.laterality}`} /></strong> : <T k="common.notRecorded" />)}
        {text('recommendations.proposal', typed.proposal)}
        {text('recommendations.rationale', typed.rationale)}
        {typed.offGuideline ? text('recommendations.offGuideline', typed.offGuidelineReason) : row('recommendations.guideline', <bdi>{typed.guidelineCode}, {typed.guidelineEdition}</bdi>)}
        {text('recommendations.conditions', typed.conditions)}
        {typed.feasibleAtOrigin !== null && row('meetings.composer.feasibleAtOrigin', <T k={`lists.feasible.${typed.feasibleAtOrigin}`} />)}
        {text('meetings.composer.alternative', typed.alternative)}
        {typed.pendingResults.length > 0 && row('meetings.composer.pendingResults', typed.pendingResults.map((one) => <div key={one.id}><span dir="auto">{one.what}</span>: <bdi>{nameOf(people, one.ownerId)}</bdi>, <IsoDate date={one.dueDate} />. {t('meetings.composer.wouldChange')}: <span dir="auto">{one.wouldChange}</span></div>))}
        {row('recommendations.responsible', <bdi>{nameOf(people, typed.responsibleId)}</bdi>)}
        {row('meetings.composer.dueDate', <IsoDate date={typed.dueDate} />)}
        {typed.advisesTransferTo !== null && row('meetings.composer.advisesTransferTo', <bdi>{nameOf(hospitals, typed.advisesTransferTo)}</bdi>)}
        {voices('meetings.composer.dissents', typed.dissents)}
        {voices('meetings.composer.abstentions', typed.abstentions)}
      </dl>
      {lacksAlternative(typed) && <p className="small" role="note"><StatusShape status="dueSoon" size={11} /> {t('meetings.composer.lacksAlternative')}</p>}
      {changed && <div className={styles.bothTyped} role="alert"><p><StatusShape status="dueSoon" size={11} /> {t('meetings.composer.changedSince')}</p><Button size="compact-sm" variant="default" onClick={() => setTyped(now)}>{t('meetings.composer.readAgain')}</Button></div>}
      {record.problem && <ProblemView problem={record.problem} takeFocus />}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>{t('meetings.composer.change')}</Button>
        <Button loading={record.sending} disabled={changed} onClick={() => void send()}>{t('meetings.record')}</Button>
      </Group>
    </Modal>
  );
}
