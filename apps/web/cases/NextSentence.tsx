import type { CaseViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DueTime } from '../kit/DueTime.js';
import { dueOf } from '../kit/from-api.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './CaseScreen.module.css';
import { usePoolWords, useTaskWords } from './task-words.js';

/** "Next: review imaging, Dr Chen, due Thu 17-Dec 15:00 Shanghai, 6 h left", or how the case ended. */
export function NextSentence({ view }: { view: CaseViewDto }) {
  const { next, end, hold } = view;
  if (end) {
    return (
      <p className={styles.next}>
        <StatusShape status={end.kind === 'closed' ? 'done' : 'blocked'} size={14} />
        <span><strong><T k={`cases.ended.${end.kind}`} /></strong> <T k={`lists.${endReasons[end.kind]}.${end.reason}`} />, <IsoTime at={end.at} show="day" />{end.by && <>, <bdi>{end.by.name}</bdi></>}</span>
      </p>
    );
  }
  if (hold) {
    return (
      <p className={styles.next}>
        <StatusShape status="onHold" size={14} />
        <span><strong><T k="cases.heldUntil" /></strong> <IsoDate date={hold.resumeBy} />: <T k={`lists.holdReason.${hold.reason}`} />, <bdi>{hold.by.name}</bdi></span>
      </p>
    );
  }
  return next ? <p className={styles.next}><StatusShape status={next.task?.light ?? 'waiting'} size={14} /><NextStep next={next} /></p> : null;
}

const endReasons = { closed: 'closureReason', withdrawn: 'withdrawReason', rejected: 'rejectReason' } as const;

function NextStep({ next }: { next: NonNullable<CaseViewDto['next']> }) {
  const t = useT();
  const taskWords = useTaskWords();
  const poolWords = usePoolWords();
  const { task, facts, code } = next;
  const lead = <strong>{t('cases.next')}:</strong>;
  if (!task) return <span>{lead} <T k={`cases.nextSteps.${code}`} values={{ move: typeof facts['move'] === 'string' ? t(`cases.move.${facts['move']}`) : '' }} /></span>;
  const zone = task.pool.institution.zone;
  const due = dueOf(task, zone);
  const who = task.owner ? <bdi>{task.owner.name}</bdi> : <><T k="cases.toClaim" /> <bdi>{poolWords(task.pool)}</bdi></>;
  return (
    <span>
      {lead} {taskWords(task)}, {who}
      {due ? <>, <T k={due.status === 'overdue' ? 'common.due.wasDue' : 'common.due.due'} /> <DueTime due={due} /></> : task.noDeadlineBecause !== null && <>, <T k={`lists.noDeadlineBecause.${task.noDeadlineBecause}`} /></>}
    </span>
  );
}
