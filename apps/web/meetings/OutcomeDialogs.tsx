import { Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { DateField } from '../kit/form/DateField.js';
import formStyles from '../kit/form/Form.module.css';
import { meetingQueries, useBoards } from './reading.js';

interface Props { view: MeetingViewDto; item: AgendaItemDto; onClose: () => void }

/** Not decided today, and why: the case goes to the next meeting by itself. */
export function DeferDialog({ view, item, onClose }: Props) {
  const t = useT();
  const causes = useBoards().data?.items.find(({ id }) => id === view.meeting.board.id)?.deferralCauses ?? [];
  const command = useCommand<object>({ path: `/api/cases/${item.case.id}/outcomes/deferral`, key: `defer:${view.meeting.id}:${item.case.id}`, invalidates: meetingQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('meetings.deferTitle', { number: item.case.number })} what={t('meetings.deferWhat')} verb={t('meetings.defer')} reasonOptional codes={causes.map((code) => ({ value: code, label: t(`lists.deferralCause.${code}`) }))}
      sending={command.sending} problem={command.problem}
      onConfirm={({ code, reason }) => void command.run({ meetingId: view.meeting.id, cause: code, ...(reason === '' ? {} : { note: reason }) }).then((done) => { if (done !== undefined) onClose(); })} />
  );
}

const kinds = ['coveredByStandard', 'referredToOtherBoard', 'discussAgainByDate'] as const;

/** What the chair can record without quorum beside a deferral. */
export function OtherOutcomeDialog({ view, item, onClose }: Props) {
  const t = useT();
  const [againBy, setAgainBy] = useState('');
  const command = useCommand<object>({ path: `/api/cases/${item.case.id}/outcomes/other`, key: `other:${view.meeting.id}:${item.case.id}`, invalidates: meetingQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('meetings.otherTitle', { number: item.case.number })} what={t('meetings.otherWhat')} verb={t('meetings.record')} codes={kinds.map((code) => ({ value: code, label: t(`lists.outcomeKind.${code}`) }))}
      sending={command.sending} problem={command.problem}
      onConfirm={({ code, reason }) => void command.run({ meetingId: view.meeting.id, kind: code, againBy: code === 'discussAgainByDate' && againBy !== '' ? againBy : null, reason }).then((done) => { if (done !== undefined) onClose(); })}>
      <div className={formStyles.field} role="group" aria-labelledby="again-by-label">
        <span className={formStyles.label} id="again-by-label">{t('meetings.againBy')}</span>
        <DateField id="again-by" value={againBy === '' ? undefined : againBy} invalid={false} describedBy={undefined} onChange={(date) => setAgainBy(date ?? '')} />
      </div>
    </ConfirmWithReason>
  );
}

/** The case leaves this agenda, with its cause. */
export function DelistDialog({ view, item, onClose }: Props) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${item.case.id}/delist-from-meeting`, key: `delist:${view.meeting.id}:${item.case.id}`, invalidates: meetingQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('meetings.delistTitle', { number: item.case.number })} what={t('meetings.delistWhat')} verb={t('meetings.delist')} reasonOptional codes={['fileIncomplete', 'withdrawnByReferrer', 'listedInError', 'other'].map((code) => ({ value: code, label: t(`cases.delistCause.${code}`) }))}
      sending={command.sending} problem={command.problem}
      onConfirm={({ code, reason }) => void command.run({ meetingId: view.meeting.id, cause: code, ...(reason === '' ? {} : { note: reason }) }).then((done) => { if (done !== undefined) onClose(); })} />
  );
}

/** Somebody is in conflict of interest on this case: stays in the room, counts for nothing in it. */
export function ConflictDialog({ view, item, onClose }: Props) {
  const t = useT();
  const [personId, setPerson] = useState<string | null>(null);
  const known = new Set(item.quorum.conflicts.map((person) => person.id));
  const people = [...view.attendance.filter((one) => one.leftAt === null), ...view.members].filter((one) => !known.has(one.person.id)).map((one) => ({ value: one.person.id, label: one.person.name }));
  const command = useCommand<object>({ path: `/api/cases/${item.case.id}/conflicts`, key: `conflict:${item.case.id}`, invalidates: meetingQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('meetings.conflict')} what={t('meetings.conflictWhat')} verb={t('meetings.conflictVerb')} reasonOptional sending={command.sending} problem={command.problem}
      onConfirm={({ reason }) => { if (personId !== null) void command.run({ personId, ...(reason === '' ? {} : { note: reason }) }).then((done) => { if (done !== undefined) onClose(); }); }}>
      <Select label={t('meetings.composer.who')} data={people} value={personId} onChange={setPerson} searchable data-autofocus />
    </ConfirmWithReason>
  );
}
