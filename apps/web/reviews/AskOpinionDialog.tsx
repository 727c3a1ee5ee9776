import { Button, Checkbox, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { caseQueries } from '../cases/reading.js';
import type { OpinionSourceDto, OpinionSourcesDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { useOpinionSources } from './reading.js';

interface Props { caseId: string; hostId: string; onClose: () => void }

/** Any discipline is asked something beside the reviews: of a hospital, or a named person there. */
export function AskOpinionDialog({ caseId, hostId, onClose }: Props) {
  const t = useT();
  const asked = useOpinionSources(caseId);
  return (
    <Modal opened onClose={onClose} title={t('cases.askOpinion')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {asked.isPending && <TextSkeleton lines={5} />}
      {asked.error && <ProblemView problem={problemOf(asked.error)} onNext={() => void asked.refetch()} />}
      {asked.data && asked.data.sources.length === 0 && <p>{t('cases.asking.nobody')}</p>}
      {asked.data && asked.data.sources.length > 0 && <Asking caseId={caseId} hostId={hostId} sources={asked.data.sources} onClose={onClose} />}
    </Modal>
  );
}

function Asking({ caseId, hostId, sources, onClose }: Props & { sources: OpinionSourcesDto['sources'] }) {
  const t = useT();
  const [discipline, setDiscipline] = useState('');
  const [chosenHospital, setHospital] = useState('');
  const [personId, setPerson] = useState('');
  const [question, setQuestion] = useState('');
  const [needed, setNeeded] = useState(false);
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${caseId}/opinion-requests`, key: `ask-opinion:${caseId}`, invalidates: caseQueries });
  const here = sources.filter((source) => source.discipline === discipline);
  const source = here.find(({ institution }) => institution.id === chosenHospital) ?? here.find(({ institution }) => institution.id === hostId) ?? here[0];
  const send = async () => {
    setTried(true);
    if (source === undefined || question.trim() === '') return document.getElementById(source === undefined ? 'ask-discipline' : 'ask-question')?.focus();
    const body = { discipline: source.discipline, institutionId: source.institution.id, ...(personId === '' ? {} : { personId }), needed, question: question.trim() };
    if (await command.run(body) !== undefined) onClose();
  };
  const choose = (next: string) => { setDiscipline(next); setPerson(''); };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
      <p>{t('cases.asking.what')}</p>
      <NativeSelect id="ask-discipline" label={t('cases.asking.discipline')} value={discipline} onChange={(event) => choose(event.currentTarget.value)} error={tried && discipline === '' ? t('cases.asking.chooseDiscipline') : null}
        data={[{ value: '', label: '' }, ...disciplinesOf(sources).map((code) => ({ value: code, label: t(`cases.opinionBy.${code}`) }))]} />
      {source && <NativeSelect label={t('cases.asking.hospital')} value={source.institution.id} onChange={(event) => { setHospital(event.currentTarget.value); setPerson(''); }} data={here.map(({ institution }) => ({ value: institution.id, label: institution.name }))} />}
      {source && <NativeSelect label={t('cases.asking.who')} value={personId} onChange={(event) => setPerson(event.currentTarget.value)} data={[{ value: '', label: t('cases.asking.anybody') }, ...source.people.map(({ person, away, openTasks }) => ({ value: person.id, label: [person.name, t('cases.openTasks', { count: openTasks }), ...(away ? [t('cases.away')] : [])].join(', ') }))]} />}
      <Textarea id="ask-question" label={t('cases.asking.question')} autosize minRows={3} dir="auto" value={question} onChange={(event) => setQuestion(event.currentTarget.value)} error={tried && question.trim() === '' ? t('cases.asking.questionMissing') : null} />
      <Checkbox checked={needed} onChange={(event) => setNeeded(event.currentTarget.checked)} label={t('cases.asking.needed')} description={t('cases.asking.neededWhat')} />
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" loading={command.sending}>{t('cases.asking.send')}</Button>
      </Group>
    </form>
  );
}

const disciplinesOf = (sources: readonly OpinionSourceDto[]): string[] => [...new Set(sources.map(({ discipline }) => discipline))];
