import { Button, Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../api/session.js';
import { allows, mayOf } from '../cases/acts.js';
import { CaseActDialog } from '../cases/CaseActDialog.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusShape } from '../kit/StatusShape.js';
import { ChairInConflict } from './ChairInConflict.js';
import { Composer } from './Composer.js';
import styles from './Meeting.module.css';
import { ConflictDialog, DeferDialog, DelistDialog, OtherOutcomeDialog } from './OutcomeDialogs.js';
import { keepUnsent } from './unsent.js';

type Act = 'defer' | 'other' | 'delist' | 'conflict' | 'incomplete';

/** What becomes of the case in this sitting: recommended, deferred, or another outcome. */
export function CaseDecision({ view, item, onNext }: { view: MeetingViewDto; item: AgendaItemDto; onNext: () => void }) {
  const t = useT();
  const [act, setAct] = useState<Act | null>(null);
  const { outcome } = item;
  if (outcome) return <Decided view={view} item={item} outcome={outcome} onNext={onNext} />;
  if (view.meeting.status !== 'open') return null;
  const may = item.may;
  const items: readonly (readonly [Act, boolean, string])[] = [
    ['other', allows(may, 'recordOtherOutcome'), 'meetings.other'], ['conflict', true, 'meetings.conflictVerb'], ['incomplete', allows(may, 'acceptIncompleteFile'), 'cases.acts.acceptIncompleteFile.verb'], ['delist', allows(may, 'delistFromMeeting'), 'meetings.delist'],
  ];
  const records = mayOf(may, 'recordRecommendation') !== undefined;
  const close = () => setAct(null);
  return (
    <div className={styles.decision}>
      <ChairInConflict view={view} item={item} />
      <div className={styles.decisionActs}>
        {allows(may, 'deferCase') && <Button variant="default" onClick={() => setAct('defer')}>{t('meetings.defer')}</Button>}
        <Menu position="bottom-start">
          <Menu.Target><Button variant="default">{t('common.more')}</Button></Menu.Target>
          <Menu.Dropdown>{items.filter(([, allowed]) => allowed).map(([name, , key]) => <Menu.Item key={name} onClick={() => setAct(name)}>{t(key)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      </div>
      {(records || allows(view.may, 'orderAgenda')) && <Composer key={item.case.id} view={view} item={item} records={records} onRecorded={onNext} />}
      {act === 'defer' && <DeferDialog view={view} item={item} onClose={close} />}
      {act === 'other' && <OtherOutcomeDialog view={view} item={item} onClose={close} />}
      {act === 'delist' && <DelistDialog view={view} item={item} onClose={close} />}
      {act === 'conflict' && <ConflictDialog view={view} item={item} onClose={close} />}
      {act === 'incomplete' && <CaseActDialog caseId={item.case.id} act="acceptIncompleteFile" onClose={close} />}
    </div>
  );
}

interface DecidedProps { view: MeetingViewDto; item: AgendaItemDto; outcome: NonNullable<AgendaItemDto['outcome']>; onNext: () => void }

function Decided({ view, item, outcome, onNext }: DecidedProps) {
  const t = useT();
  const me = useSession().person.id;
  // Recorded here or elsewhere: what this browser still kept of it says nothing any more.
  useEffect(() => keepUnsent(me, view.meeting.id, item.case.id, null), [me, view.meeting.id, item.case.id]);
  return (
    <div className={styles.decided}>
      <StatusShape status={outcome.kind === 'deferred' ? 'onHold' : 'done'} size={14} />
      <span><strong><T k={`lists.outcomeKind.${outcome.kind}`} /></strong>, <IsoTime at={outcome.at} zone={view.meeting.zone} show="full" /></span>
      {outcome.id !== '' && <Button component={Link} to={`/cases/${item.case.id}/outcomes/${outcome.id}`} variant="default" size="compact-sm">{t('meetings.openOutcome')}</Button>}
      {view.agenda.some((other) => other.outcome === null) && <Button size="compact-sm" onClick={onNext}>{t('meetings.nextCase')}</Button>}
    </div>
  );
}
