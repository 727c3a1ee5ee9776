import { Link } from 'react-router';
import type { CaseCardDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { TimeLeft } from '../kit/DueTime.js';
import { nameOf } from '../kit/from-api.js';
import { zonedParts } from '../kit/iso-dates.js';
import { PersonName } from '../kit/PersonName.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Status } from '../kit/status.js';
import { useZone } from '../kit/zone.js';
import styles from './CaseCard.module.css';
import { useBlockerWords } from './blocker-words.js';
import { WaitingOnCard } from './WaitingTimes.js';

/** A case on the board. The whole card is one link: who, what, each review's state, who has it and how long, whether it will make its meeting. */
export function CaseCard({ card }: { card: CaseCardDto }) {
  return (
    <article className={styles.card} data-light={card.light} data-row="">
      <div className={styles.who}>
        <Link to={`/cases/${card.id}`} className={styles.link}>{card.patient ? <PersonName name={nameOf(card.patient.names)} stacked /> : <T k="cases.patientHidden" />}</Link>
        <bdi className={styles.number} dir="ltr">{card.number}</bdi>
      </div>
      <CaseSubject card={card} />
      <Chips card={card} />
      <Standing card={card} />
      <Outlook card={card} />
      <WaitingOnCard card={card} />
    </article>
  );
}

/** Site, tumor type, and the urgency where it isn't routine. */
export function CaseSubject({ card }: { card: Pick<CaseCardDto, 'tumorType' | 'laterality' | 'urgency' | 'round'> }) {
  return (
    <div className={styles.subject}>
      <span><T k={`lists.tumorType.${card.tumorType}`} /></span>
      {card.laterality !== null && card.laterality !== 'notApplicable' && <span><T k={`lists.laterality.${card.laterality}`} /></span>}
      {card.round > 1 && <span><T k="cases.round" values={{ number: card.round }} /></span>}
      {card.urgency !== 'routine' && <span className={styles.urgent} data-urgency={card.urgency}><T k={`lists.urgency.${card.urgency}`} /></span>}
    </div>
  );
}

const chipOrder: readonly string[] = ['pathologyReview', 'secondPathologyReview', 'imagingReview'];

/** One chip a review: short name, shape, and the state's word for who listens. */
export function Chips({ card }: { card: Pick<CaseCardDto, 'chips'> }) {
  const t = useT();
  if (card.chips.length === 0) return null;
  return (
    <div className={styles.chips}>
      {[...card.chips].sort((a, b) => chipOrder.indexOf(a.kind) - chipOrder.indexOf(b.kind)).map((chip) => (
        <span key={chip.taskId} title={`${t(`lists.taskKind.${chip.kind}`)}${chip.ownerName === null ? '' : `: ${chip.ownerName}`}`}>
          <StatusChip compact status={chip.light} wordKey={chip.light === 'done' ? 'common.status.signed' : undefined} label={<T k={`cases.chip.${chip.kind}`} />} />
        </span>
      ))}
    </div>
  );
}

/** Who has it and how long is left; or the one blocker, where that is not simply a person's turn. */
export function Standing({ card, withLeft = true }: { card: CaseCardDto; withLeft?: boolean }) {
  const t = useT();
  const blocker = useBlockerWords();
  const { task } = card;
  const waitsForPerson = card.blocker === null || card.blocker.code === 'waitsFor' || card.blocker.code === 'nobodyYet';
  if (!waitsForPerson && card.blocker) {
    return <div className={styles.blocker}><StatusShape status={card.status === 'onHold' ? 'onHold' : 'blocked'} size={12} /><span>{blocker(card.blocker)}</span></div>;
  }
  if (!task) return null;
  return (
    <div className={styles.standing}>
      <span className={styles.owner} data-nobody={task.owner === null || undefined}>{task.owner ? <bdi>{task.owner.name}</bdi> : <T k="cases.unclaimed" values={{ pool: t(task.pool.discipline === null ? `lists.role.${task.pool.role}` : `lists.discipline.${task.pool.discipline}`) }} />}</span>
      {withLeft && <span className={styles.left}><Left card={card} /></span>}
    </div>
  );
}

/** Working time left of the task that sets the card's time. */
export function Left({ card }: { card: Pick<CaseCardDto, 'task' | 'light'> }) {
  const due = card.task?.due;
  return due ? <TimeLeft due={{ at: due.dueAt, leftMs: due.leftMs, dayMs: due.dayMs, zone: 'UTC', status: card.light }} /> : null;
}

/** Colour and shape of a forecast. */
export const outlookStatus: Readonly<Record<string, Status>> = { ready: 'done', onTrack: 'onTime', atRisk: 'dueSoon', notInTime: 'overdue' };

/** "Thu 26-Nov: at risk": whether it will make its meeting. */
export function Outlook({ card }: { card: Pick<CaseCardDto, 'meeting'> }) {
  const lang = useLanguage();
  const zone = useZone();
  const { meeting } = card;
  if (!meeting) return null;
  const { weekday } = zonedParts(meeting.startsAt, zone, lang);
  return (
    <div className={styles.outlook} data-readiness={meeting.readiness}>
      <StatusShape status={outlookStatus[meeting.readiness] ?? 'waiting'} size={11} />
      <span><T k={`cases.readiness.${meeting.readiness}`} values={{ day: weekday, meeting: meeting.number }} />{meeting.blocker && (meeting.readiness === 'atRisk' || meeting.readiness === 'notInTime') && <>, <T k={`lists.taskKind.${meeting.blocker.kind}`} /></>}</span>
    </div>
  );
}
