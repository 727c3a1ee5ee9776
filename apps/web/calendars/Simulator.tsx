import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { NamedLadderDto, PolicyDto, SimulateDto, SimulationDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import { useToday } from '../kit/zone.js';
import styles from './Calendars.module.css';
import { DryRun } from './DryRun.js';
import { LadderFields } from './LadderFields.js';
import { calendarQueries, simulate } from './reading.js';
import { Simulation } from './Simulation.js';

const urgencies = ['routine', 'urgent', 'emergency'] as const satisfies readonly SimulateDto['urgency'][];

/** The ladder that a task of this kind and urgency would have: its own, else that of its kind. */
const ladderFor = ({ ladders }: PolicyDto, kind: string, urgency: string): NamedLadderDto | undefined => ladders.find(({ key }) => key === `${kind}.${urgency}`) ?? ladders.find(({ key }) => key === kind);

/** A task that nobody has: when would each mark fall, and why? With the times in force, or with others that are not published. */
export function Simulator({ policy }: { policy: PolicyDto }) {
  const t = useT();
  const hospitals = [policy.host, ...policy.partners];
  const kinds = [...new Set(policy.ladders.map(({ key }) => key.split('.')[0] ?? key))];
  const [kind, setKind] = useState('imagingReview');
  const [urgency, setUrgency] = useState<SimulateDto['urgency']>('urgent');
  const [institutionId, setInstitutionId] = useState(policy.host.id);
  const [startsAt, setStartsAt] = useState(`${useToday()}T09:00`);
  const [changed, setChanged] = useState<Readonly<Record<string, NamedLadderDto>>>({});
  const [told, setTold] = useState<SimulationDto | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const inForce = ladderFor(policy, kind, urgency);
  const ladder = inForce && (changed[inForce.key] ?? inForce);
  const ask = async () => {
    if (!ladder) return;
    setAsking(true);
    setProblem(null);
    try { setTold(await simulate({ boardId: policy.boardId, kind, urgency, institutionId, startsAt, ladder: { allowance: ladder.allowance, rungs: ladder.rungs } })); }
    catch (error) { setTold(null); setProblem(problemOf(error)); }
    setAsking(false);
  };
  const may = policy.may.some(({ action, allowed }) => action === 'publishBoard' && allowed);
  return (
    <>
      <Card title={t('time.simulator')}>
        <form className={styles.stack} noValidate onSubmit={(event) => { event.preventDefault(); void ask(); }}>
          <p className="quiet small">{t('time.simulatorWhat')}</p>
          <div className={styles.day}>
            <Select label={t('time.task')} data={kinds.map((each) => ({ value: each, label: t(`lists.taskKind.${each}`) }))} value={kind} allowDeselect={false} searchable onChange={(value) => setKind(value ?? kind)} />
            <Select label={t('time.urgency')} data={urgencies.map((each) => ({ value: each, label: t(`lists.urgency.${each}`) }))} value={urgency} allowDeselect={false} onChange={(value) => setUrgency(urgencies.find((each) => each === value) ?? urgency)} />
            <Select label={t('time.hospital')} data={hospitals.map(({ id, name }) => ({ value: id, label: name }))} value={institutionId} allowDeselect={false} onChange={(value) => setInstitutionId(value ?? institutionId)} />
            <TextInput type="datetime-local" label={t('time.offeredAt')} value={startsAt} onChange={(event) => setStartsAt(event.currentTarget.value.slice(0, 16))} />
          </div>
          {ladder && <LadderFields ladder={ladder} onChange={(next) => setChanged({ ...changed, [next.key]: next })} readOnly={!may} />}
          <Group gap="sm"><Button type="submit" loading={asking}>{t('time.simulate')}</Button></Group>
          {problem && <ProblemView problem={problem} takeFocus onNext={() => void ask()} />}
        </form>
      </Card>
      {told && <Simulation told={told} />}
      {may && Object.keys(changed).length > 0 && <Publish policy={policy} ladders={Object.values(changed)} onDone={() => setChanged({})} />}
    </>
  );
}

function Publish({ policy, ladders, onDone }: { policy: PolicyDto; ladders: readonly NamedLadderDto[]; onDone: () => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const publish = useCommand<object>({ path: `/api/boards/${policy.boardId}/policy`, key: `publish-policy:${policy.boardId}:${policy.version}`, invalidates: calendarQueries });
  const send = async () => { if (await publish.run({ ladders, movesOpenCases: open, seenVersion: policy.version }) !== undefined) onDone(); };
  return (
    <Card title={t('time.newTimes')} count={ladders.length}>
      <div className={styles.stack}>
        <p className="quiet small">{t('time.newTimesWhat', { version: policy.version + 1 })}</p>
        <DryRun change={{ boardId: policy.boardId, ladders: [...ladders] }} />
        <Checkbox label={t('time.openToo')} description={t('time.openTooWhat')} checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
        {publish.problem && <ProblemView problem={publish.problem} takeFocus onNext={() => void send()} />}
        <Group gap="sm"><Button loading={publish.sending} onClick={() => void send()}>{t('time.publishTimes', { version: policy.version + 1 })}</Button><Button variant="default" onClick={onDone}>{t('time.forget')}</Button></Group>
      </div>
    </Card>
  );
}
