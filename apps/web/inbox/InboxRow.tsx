import { useTaskWords } from '../cases/task-words.js';
import type { InboxItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { TimeLeft } from '../kit/DueTime.js';
import { dueOf, nameOf } from '../kit/from-api.js';
import { PersonName } from '../kit/PersonName.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Inbox.module.css';

interface Props { item: InboxItemDto; selected: boolean; onSelect: () => void; onOpen: () => void }

export const rowId = (taskId: string): string => `task-${taskId}`;

/** State, what to do, about whom, time left. Enter or a second click opens it. */
export function InboxRow({ item, selected, onSelect, onOpen }: Props) {
  const taskWords = useTaskWords();
  const { task } = item;
  const due = dueOf(task, task.pool.institution.zone);
  return (
    <button type="button" id={rowId(task.id)} className={styles.row} aria-current={selected ? 'true' : undefined} onClick={onSelect} onDoubleClick={onOpen}
      onKeyDown={(event) => { if (event.key === 'Enter' && selected) { event.preventDefault(); onOpen(); } }}>
      <span className={styles.shape}><StatusShape status={task.light} size={14} /><span className="visually-hidden"><T k={`common.status.${task.light}`} /></span></span>
      <span className={styles.what}>
        <span className={styles.verb}>{taskWords(task)}{item.urgency !== 'routine' && <span className={styles.urgent} data-urgency={item.urgency}><T k={`lists.urgency.${item.urgency}`} /></span>}</span>
        <span className={styles.who}>
          <PersonName name={nameOf(item.patient.names)} /> <bdi className={styles.number} dir="ltr">{item.caseNumber}</bdi>
        </span>
      </span>
      <span className={styles.end}>
        {due ? <TimeLeft due={due} /> : task.noDeadlineBecause !== null && <span className={styles.quiet}><T k={`lists.noDeadlineBecause.${task.noDeadlineBecause}`} /></span>}
        {item.usualMinutes !== null && <span className={styles.quiet}><T k="inbox.about" values={{ minutes: item.usualMinutes }} /></span>}
        {item.group === 'pool' && <bdi className={styles.quiet}><T k={task.pool.discipline === null ? `lists.role.${task.pool.role}` : `lists.discipline.${task.pool.discipline}`} /></bdi>}
        {item.group === 'waitingOnOthers' && (task.handOver?.to ?? task.owner) && <bdi className={styles.quiet}>{(task.handOver?.to ?? task.owner)?.name}</bdi>}
        {item.group === 'handedToMe' && task.owner && <bdi className={styles.quiet}>{task.owner.name}</bdi>}
      </span>
    </button>
  );
}
