import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { AutosaveNote } from '../kit/AutosaveNote.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { DueTime, TimeLeft } from '../kit/DueTime.js';
import { EmptyState } from '../kit/EmptyState.js';
import { FormFields } from '../kit/form/FormFields.js';
import { SectionList } from '../kit/form/SectionList.js';
import { useForm } from '../kit/form/useForm.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { BoardSkeleton, RowsSkeleton } from '../kit/Skeletons.js';
import { StageStrip } from '../kit/StageStrip.js';
import { StatusChip } from '../kit/StatusChip.js';
import { statuses, type Status } from '../kit/status.js';
import { Timeline } from '../kit/Timeline.js';
import { useT } from '../i18n/useT.js';
import { due, form, names, patient, stages } from './samples.js';

/** Every part of the kit in its states with made-up data, to be looked at and tested. Not in the rail. */
export function Component() {
  const t = useT();
  const [view, setView] = useState('board');
  useKeyHints(t('common.keys.lists'), [{ keys: 'j', label: t('common.keys.next') }, { keys: 'k', label: t('common.keys.previous') }, { keys: 'Enter', label: t('common.keys.openRow') }]);
  return (
    <Page title="Kit" banner={<PatientBanner patient={patient}><StatusChip status="dueSoon" /></PatientBanner>}
      filters={<SegmentedControl size="xs" value={view} onChange={setView} data={[{ value: 'board', label: t('cases.board') }, { value: 'table', label: t('cases.table') }]} aria-label={t('cases.view')} />}
      actions={<Button>{t('cases.new')}</Button>}>
      <div style={{ display: 'grid', gap: 16 }}>
        <StageStrip columns={stages} />
        <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))', alignItems: 'start' }}>
          <States />
          <Names />
          <History />
          <Refusals />
          <Rows />
          <FormSample />
          <CommandSample />
          <Waiting />
        </div>
      </div>
    </Page>
  );
}

function States() {
  const by = { overdue: -3 * 3_600_000, dueSoon: 45 * 60_000, onTime: 30 * 3_600_000, onHold: 3_600_000 } as const;
  return (
    <Card title="States">
      <div style={{ display: 'grid', gap: 12 }}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>{statuses.map((status) => <StatusChip key={status} status={status} by={status === 'blocked' ? 'Dr Chen' : undefined} />)}</div>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}><StatusChip status="done" wordKey="common.status.signed" label="P" compact /><StatusChip status="dueSoon" label="R" compact /><StatusChip status="waiting" label="2P" compact /></div>
        <DueTime due={due} />
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 16 }}>{(Object.keys(by) as (keyof typeof by)[]).map((status) => <TimeLeft key={status} due={{ ...due, status, leftMs: by[status] }} />)}</div>
        <div><IsoDate date="2008-04-05" /> · <IsoDate date="2008-04" /> · <IsoDate date="2008" /> · <IsoTime at={due.at} show="full" /></div>
        <div style={{ display: 'grid', gap: 2 }}>
          {([{ kind: 'saved', at: '2026-11-25T06:02:00.000Z' }, { kind: 'offline' }, { kind: 'conflict', person: 'Dr Chen', at: '2026-11-25T06:02:00.000Z' }] as const).map((state) => <AutosaveNote key={state.kind} state={state} />)}
        </div>
      </div>
    </Card>
  );
}

function Names() {
  return <Card title="Names" count={names.length}><ul style={{ display: 'grid', gap: 6 }}>{names.map((name, i) => <li key={i}><PersonName name={name} /></li>)}</ul></Card>;
}

function History() {
  const t = useT();
  const at = (time: string) => `2026-11-${time}:00.000Z`;
  return (
    <Card title={t('cases.history')}>
      <Timeline entries={[
        { id: '1', at: at('25T06:10'), kind: 'escalation', text: 'Imaging review: 80 % of its time is used', author: 'Consilium' },
        { id: '2', at: at('25T02:40'), kind: 'task', text: 'Pathology opinion signed, version 1', author: 'Dr Chen', detail: 'hash 5f1c…9a' },
        { id: '3', at: at('24T09:05'), kind: 'document', text: 'Document added: pathology report (Russian)', author: 'Aigerim Sadykova', onBehalfOf: 'Dr Nurlan Ospanov' },
        { id: '4', at: at('23T03:00'), kind: 'decision', text: 'Referral accepted', author: 'Wang Li' },
      ]} />
    </Card>
  );
}

function Refusals() {
  const t = useT();
  const [opened, setOpened] = useState(false);
  return (
    <Card title="Refusals">
      <div style={{ display: 'grid', gap: 12 }}>
        <ProblemView problem={{ status: 409, code: 'MEETING.QUORUM', title: 'Meeting M-12 cannot decide', detail: '3 of 5 required disciplines are present (missing: pathology, radiology).', nextStep: 'Record attendance' }} onNext={() => setOpened(true)} />
        <ProblemView problem={{ status: 0, code: 'unreachable' }} onNext={() => undefined} />
        <div><Button variant="default" onClick={() => setOpened(true)}>{t('tasks.decline')}</Button></div>
      </div>
      <ConfirmWithReason opened={opened} onClose={() => setOpened(false)} onConfirm={() => setOpened(false)} title={t('tasks.declineTitle')} what={t('tasks.declineWhat')} verb={t('tasks.decline')} danger />
    </Card>
  );
}

interface SampleRow { id: string; number: string; site: string; status: Status; left: number }
const sampleRows: SampleRow[] = statuses.map((status, i) => ({ id: status, number: `C-2026-01${17 - i}`, site: ['pelvis · bone', 'femur · bone', 'lung'][i % 3] ?? '', status, left: (i * 7) % 5 }));

function Rows() {
  const t = useT();
  const columns: Column<SampleRow>[] = [
    { id: 'number', titleKey: 'cases.number', cell: (row) => <bdi>{row.number}</bdi>, sortBy: (row) => row.number },
    { id: 'site', titleKey: 'cases.site', cell: (row) => <bdi>{row.site}</bdi>, sortBy: (row) => row.site },
    { id: 'state', titleKey: 'cases.stage', cell: (row) => <StatusChip status={row.status} /> },
    { id: 'left', titleKey: 'cases.left', cell: (row) => t('common.due.h', { count: row.left }), sortBy: (row) => row.left, align: 'end' },
  ];
  const [selected, setSelected] = useState<string>('dueSoon');
  return <Card title={t('cases.title')} count={t('common.cases', { count: sampleRows.length })} flush><DataTable columns={columns} rows={sampleRows} rowKey={(row) => row.id} label={t('cases.title')} selected={selected} onOpen={(row) => setSelected(row.id)} /></Card>;
}

function FormSample() {
  const t = useT();
  const controller = useForm(form, { size: { state: 'given', value: 170 }, agrees: { state: 'given', value: false }, necrosis: { state: 'notKnown', reason: '' } });
  return (
    <Card title={t('reviews.form')} count={t('reviews.left', { count: controller.missing })} actions={<Button onClick={() => controller.check()}>{t('reviews.sign')}</Button>}>
      <div style={{ display: 'grid', gap: 16 }}><SectionList form={controller} /><FormFields form={controller} /></div>
    </Card>
  );
}

function CommandSample() {
  const command = useCommand<{ text: string }, { number: string }>({ path: '/api/kit-sample', key: 'kit-sample', version: 3, keepAnswer: true });
  const [text, setText] = useState('');
  return (
    <Card title="Command">
      <div style={{ display: 'grid', gap: 12 }}>
        <TextInput label="Text" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void command.run({ text })} />}
        {command.answer ? <p role="status">Done: <bdi>{command.answer.number}</bdi></p> : <div><Button loading={command.sending} onClick={() => void command.run({ text })}>Send</Button></div>}
      </div>
    </Card>
  );
}

function Waiting() {
  const t = useT();
  return (
    <>
      <Card title={t('common.loading')} flush><RowsSkeleton rows={3} height={48} /><div style={{ padding: 16 }}><BoardSkeleton columns={3} /></div></Card>
      <Card title={t('inbox.title')}><EmptyState title={t('inbox.empty')} what={t('inbox.emptyWhat')} /></Card>
    </>
  );
}
