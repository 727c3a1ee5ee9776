import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './panels.module.css';

type Props = { view: CaseViewDto };

/** What the board is asked, by whom, and who looks after the case. */
export function QuestionPanel({ view }: Props) {
  const t = useT();
  const person = (key: string, name: string | undefined) => <div className={styles.fact}><dt>{t(key)}</dt><dd>{name === undefined ? <span className="quiet">{t('tasks.nobody')}</span> : <bdi>{name}</bdi>}</dd></div>;
  return (
    <Card title={t('cases.question')} actions={<Anchor component={Link} to={`/cases/${view.id}/referral`} size="sm">{t('cases.openReferral')}</Anchor>}>
      {view.question?.text ? <p className={styles.question} dir="auto" lang={view.question.language ?? undefined}>{view.question.text}</p> : <p className="quiet">{t('common.notRecorded')}</p>}
      <dl className={styles.facts}>
        {person('cases.referrer', view.referrer?.name)}
        {person('cases.originManager', view.originCaseManager?.name)}
        {person('cases.hostManager', view.hostCaseManager?.name)}
        <div className={styles.fact}><dt>{t('cases.origin')}</dt><dd><bdi>{view.origin.name}</bdi></dd></div>
        <div className={styles.fact}><dt>{t('cases.boardOf')}</dt><dd><bdi>{view.board.name}</bdi></dd></div>
        {view.override && <div className={styles.fact}><dt>{t('cases.overridden')}</dt><dd><T k={`lists.overrideCode.${view.override.code}`} />{view.override.by && <>, <bdi>{view.override.by.name}</bdi></>}</dd></div>}
        {view.incompleteFileAcceptedBy && <div className={styles.fact}><dt>{t('cases.incompleteAccepted')}</dt><dd><bdi>{view.incompleteFileAcceptedBy.name}</bdi></dd></div>}
        {view.conflicts.length > 0 && <div className={styles.fact}><dt>{t('meetings.conflict')}</dt><dd>{view.conflicts.map((each) => <div key={each.id}><bdi>{each.name}</bdi></div>)}</dd></div>}
      </dl>
    </Card>
  );
}

/** What the board decided, whose signatures are owed, and the letter. */
export function DecisionPanel({ view }: Props) {
  const t = useT();
  const outcome = view.outcomes.find((each) => each.id === view.currentOutcomeId) ?? view.outcomes[0];
  const proposal = outcome?.texts.proposal;
  return (
    <Card title={t('cases.decision')} count={view.outcomes.length > 1 ? view.outcomes.length : undefined}
      actions={outcome && <Anchor component={Link} to={`/cases/${view.id}/outcomes/${outcome.id}`} size="sm">{t('common.open')}</Anchor>}>
      {!outcome && <p className="quiet">{view.meeting ? <><T k={view.meeting.listed ? 'cases.listedFor' : 'cases.nextMeeting'} values={{ meeting: view.meeting.number }} />: <Link to={`/meetings/${view.meeting.id}`}><IsoTime at={view.meeting.startsAt} zone={view.meeting.zone} show="full" bare /></Link></> : t('recommendations.emptyWhat')}</p>}
      {outcome && (
        <div className={styles.stack}>
          <p><strong><T k={`lists.outcomeKind.${outcome.kind}`} /></strong>{outcome.intent && <>, <T k={`lists.intent.${outcome.intent}`} /></>}{outcome.modalities.length > 0 && <>: {outcome.modalities.map((code, i) => <span key={code}>{i > 0 && ', '}<T k={`lists.modality.${code}`} /></span>)}</>}</p>
          {proposal?.text && <p className={styles.clamp} dir="auto" lang={proposal.language ?? undefined}>{proposal.text}</p>}
          <div className={styles.chips}>
            <StatusChip status={outcome.signaturesComplete ? 'done' : 'waiting'} label={t('recommendations.signatures')} wordKey={outcome.signaturesComplete ? 'common.status.signed' : undefined} />
            {outcome.dissents.length > 0 && <StatusChip status="dueSoon" wordKey="cases.withDissent" />}
            {outcome.patientDecision && <StatusChip status={outcome.patientDecision === 'accepted' ? 'done' : outcome.patientDecision === 'declined' ? 'blocked' : 'waiting'} label={t('cases.patient')} wordKey={`lists.patientDecision.${outcome.patientDecision}`} />}
          </div>
          {outcome.owedSignatures.length > 0 && <p className={styles.sub}>{t('cases.owed')} {outcome.owedSignatures.map((owed, i) => <span key={owed.taskId}>{i > 0 && ', '}<bdi>{owed.owner?.name ?? t(owed.discipline === 'chair' ? 'lists.role.chair' : `lists.discipline.${owed.discipline}`)}</bdi></span>)}</p>}
          {outcome.letters.length > 0 && <p className={styles.sub}>{outcome.letters.map((letter) => <a key={letter.href} href={letter.href} target="_blank" rel="noreferrer" className={styles.letter}><T k={`recommendations.${letter.plain ? 'plainLetterIn' : 'letterIn'}.${letter.language}`} />{!letter.signed && <> ({t('recommendations.draft')})</>}</a>)}</p>}
        </div>
      )}
      {view.outcomes.length > 1 && <ul className={styles.deferrals}>{view.outcomes.filter((each) => each !== outcome).map((each) => <li key={each.id}><Link to={`/cases/${view.id}/outcomes/${each.id}`}><T k="cases.earlierRound" values={{ round: each.round }} />: <T k={`lists.outcomeKind.${each.kind}`} /></Link> <IsoTime at={each.at} show="day" /></li>)}</ul>}
      {view.deferrals.length > 0 && <ul className={styles.deferrals}>{view.deferrals.map((deferral) => <li key={deferral.at}><StatusShape status="onHold" size={11} /> <T k="cases.deferred" values={{ cause: t(`lists.deferralCause.${deferral.cause}`) }} /> <IsoTime at={deferral.at} show="day" /></li>)}</ul>}
    </Card>
  );
}

/** From where to where, how far, and what of the checklist is done. */
export function TransferPanel({ view }: Props) {
  const t = useT();
  const { transfer } = view;
  if (!transfer) return null;
  return (
    <Card title={t('cases.transfer')} actions={<Anchor component={Link} to={`/cases/${view.id}/transfer`} size="sm">{t('common.open')}</Anchor>}>
      <p><bdi>{transfer.from.name}</bdi> → <bdi>{transfer.to.name}</bdi></p>
      <div className={styles.chips}><StatusChip status={transfer.status === 'refused' ? 'overdue' : transfer.status === 'takenOver' ? 'done' : 'onTime'} wordKey={`lists.transferStatus.${transfer.status}`} /><span className={styles.sub}>{t('cases.checklistDone', { done: transfer.done, all: transfer.items.length })}</span></div>
      {transfer.plannedFor && <p className={styles.sub}>{t('cases.plannedFor')} <IsoDate date={transfer.plannedFor} /></p>}
    </Card>
  );
}
