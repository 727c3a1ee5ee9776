import { Button, Checkbox, Group, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { meetingQueries } from './reading.js';

/** Moving and cancelling a sitting that has not begun, opening and closing it. */
export function MeetingActs({ view }: { view: MeetingViewDto }) {
  const t = useT();
  const [dialog, setDialog] = useState<'open' | 'close' | 'cancel' | null>(null);
  const { status, id } = view.meeting;
  const ahead = status === 'planned' || status === 'frozen';
  return (
    <>
      {allows(view.may, 'closeMeeting') && <Button variant="default" onClick={() => setDialog('close')}>{t('meetings.end')}</Button>}
      {ahead && allows(view.may, 'moveMeeting') && <Button component={Link} to={`/meetings/new?move=${id}`} variant="default">{t('meetings.move')}</Button>}
      {ahead && allows(view.may, 'cancelMeeting') && <Button variant="default" onClick={() => setDialog('cancel')}>{t('meetings.cancel')}</Button>}
      {ahead && mayRun(view) && <Button onClick={() => setDialog('open')}>{t('meetings.start')}</Button>}
      {dialog === 'open' && <OpenDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog view={view} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Who runs meetings of the host: asked with the acts that need no further data. */
const mayRun = (view: MeetingViewDto): boolean => allows(view.may, 'orderAgenda') || allows(view.may, 'openMeeting');

function OpenDialog({ view, onClose }: { view: MeetingViewDto; onClose: () => void }) {
  const t = useT();
  const { person, posts } = useSession();
  const chairs = view.members.filter((member) => member.mayChair).map((member) => ({ value: member.person.id, label: member.person.name }));
  const iChair = chairs.some((chair) => chair.value === person.id);
  const [chairId, setChair] = useState<string | null>(view.chair?.id ?? (iChair ? person.id : chairs[0]?.value ?? null));
  const [scribe, setScribe] = useState(posts.some((post) => post.role === 'scribe' || post.role === 'caseManager') && !iChair);
  // Far from its hour it may be another meeting that was meant.
  const early = Math.abs(Date.parse(view.meeting.startsAt) - Date.now()) > 3 * 3_600_000;
  const command = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/open`, key: `open:${view.meeting.id}`, invalidates: meetingQueries });
  const send = async () => { if (await command.run({ chairId, ...(scribe ? { scribeId: person.id } : {}), seenVersion: view.version }) !== undefined) onClose(); };
  return (
    <Modal opened onClose={onClose} title={t('meetings.start')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form style={{ display: 'grid', gap: 12 }} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{t('meetings.startWhat')}</p>
        {early && <p role="note"><StatusShape status="dueSoon" /> {t('meetings.startEarly')} <IsoTime at={view.meeting.startsAt} zone={view.meeting.zone} show="full" bare /></p>}
        <Select label={t('meetings.chair')} data={chairs} value={chairId} onChange={setChair} allowDeselect={false} data-autofocus />
        {chairId !== person.id && <Checkbox checked={scribe} onChange={(event) => setScribe(event.currentTarget.checked)} label={t('meetings.iWrite')} />}
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" disabled={chairId === null} loading={command.sending}>{t('meetings.start')}</Button></Group>
      </form>
    </Modal>
  );
}

function CloseDialog({ view, onClose }: { view: MeetingViewDto; onClose: () => void }) {
  const t = useT();
  const undecided = view.agenda.filter((item) => item.outcome === null).length;
  const command = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/close`, key: `close:${view.meeting.id}`, invalidates: meetingQueries });
  const send = async () => { if (await command.run({ seenVersion: view.version }) !== undefined) onClose(); };
  return (
    <Modal opened onClose={onClose} title={t('meetings.end')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form style={{ display: 'grid', gap: 12 }} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{undecided === 0 ? t('meetings.endAllDecided') : <T k="meetings.endUndecided" values={{ count: undecided }} />}</p>
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" loading={command.sending} data-autofocus>{t('meetings.end')}</Button></Group>
      </form>
    </Modal>
  );
}

const causes = ['chairAbsent', 'noCases', 'holiday', 'other'] as const;

/** It does not take place: everybody invited is told, and its cases go to the next one by themselves. */
export function CancelDialog({ view, onClose }: { view: MeetingViewDto; onClose: () => void }) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/cancel`, key: `cancel:${view.meeting.id}`, invalidates: meetingQueries });
  return (
    <ConfirmWithReason opened onClose={onClose} title={t('meetings.cancelTitle', { number: view.meeting.number })} what={t('meetings.cancelWhat')} verb={t('meetings.cancel')} danger wordless
      codes={causes.map((code) => ({ value: code, label: t(`meetings.cancelledBecause.${code}`) }))} sending={command.sending} problem={command.problem}
      onConfirm={({ code }) => void command.run({ because: code, seenVersion: view.version }).then((done) => { if (done !== undefined) onClose(); })} />
  );
}
