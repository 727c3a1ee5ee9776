import { Button, Checkbox, Group, Modal, NumberInput, Radio, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { caseQueries } from './reading.js';
import { useTaskWords } from './task-words.js';

const statuses = ['noEvidenceOfDisease', 'aliveWithDisease', 'diedOfDisease', 'diedOfOtherCause', 'notKnown'] as const;
const findings = ['no', 'suspected', 'yes', 'notKnown'] as const;
export const notCarriedOut = ['comorbidity', 'patientsChoice', 'newInformation', 'progression', 'didNotAttend', 'conditionNotMet', 'notAvailableLocally', 'noFunding', 'died', 'treatedElsewhere', 'noReasonGiven'] as const;

interface Props { task: TaskDto; onClose: () => void }

/** How the patient is at a planned visit: coded answers, the two scores, a note. */
export function FollowUpVisitDialog({ task, onClose }: Props) {
  const t = useT();
  const taskWords = useTaskWords();
  const [visit, setVisit] = useState({ carriedOut: true, because: null as string | null, status: '', localRecurrence: '', distantRecurrence: '' });
  const [scores, setScores] = useState<{ ecog: string | number; msts: string | number }>({ ecog: '', msts: '' });
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${task.caseId}/follow-ups/${task.id}/visit`, key: `recordFollowUpVisit:${task.id}`, invalidates: caseQueries });
  const given = (score: string | number) => (score === '' ? null : Number(score));
  const whole = visit.status !== '' && visit.localRecurrence !== '' && visit.distantRecurrence !== '';
  const send = async () => {
    setTried(true);
    if (!whole) return;
    const done = await command.run({ ...visit, because: visit.carriedOut ? null : visit.because, ecog: given(scores.ecog), msts: given(scores.msts), ...(note.trim() === '' ? {} : { note: note.trim() }), seenVersion: task.version });
    if (done !== undefined) onClose();
  };
  const finding = (name: 'localRecurrence' | 'distantRecurrence', label: string) => (
    <Radio.Group label={t(label)} value={visit[name]} onChange={(value) => setVisit({ ...visit, [name]: value })}>
      <Group gap="lg" mt={6}>{findings.map((code) => <Radio key={code} value={code} label={t(`lists.recurrenceFound.${code}`)} />)}</Group>
    </Radio.Group>
  );
  return (
    <Modal opened onClose={onClose} title={t('cases.taskActs.recordFollowUpVisit.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 16 }}>
        <p><strong>{taskWords(task)}.</strong> {t('cases.taskActs.recordFollowUpVisit.what')}</p>
        <Checkbox label={t('followup.carriedOutVisit')} checked={visit.carriedOut} onChange={(event) => setVisit({ ...visit, carriedOut: event.currentTarget.checked })} />
        {!visit.carriedOut && <Select label={t('followup.why')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} data={notCarriedOut.map((code) => ({ value: code, label: t(`lists.notCarriedOutReason.${code}`) }))} value={visit.because} onChange={(because) => setVisit({ ...visit, because })} />}
        <Radio.Group label={t('followup.status')} value={visit.status} onChange={(status) => setVisit({ ...visit, status })} error={tried && !whole ? t('followup.chooseAll') : null}>
          <div style={{ display: 'grid', gap: 8, marginBlockStart: 6 }}>{statuses.map((code) => <Radio key={code} value={code} label={t(`lists.followUpStatus.${code}`)} />)}</div>
        </Radio.Group>
        {finding('localRecurrence', 'followup.local')}
        {finding('distantRecurrence', 'followup.distant')}
        <Group grow align="start">
          <NumberInput label={t('followup.ecog')} min={0} max={4} allowDecimal={false} value={scores.ecog} onChange={(ecog) => setScores({ ...scores, ecog })} />
          <NumberInput label={t('followup.msts')} description={t('followup.mstsHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} min={0} max={30} allowDecimal={false} value={scores.msts} onChange={(msts) => setScores({ ...scores, msts })} />
        </Group>
        <Textarea label={t('transfers.note')} description={t('common.optional')} autosize minRows={2} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" loading={command.sending}>{t('cases.taskActs.recordFollowUpVisit.verb')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
