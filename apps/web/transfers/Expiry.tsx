import type { TransferItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage } from '../i18n/useT.js';
import { IsoDate } from '../kit/IsoTime.js';
import { zonedParts } from '../kit/iso-dates.js';
import { hueOf, type Status } from '../kit/status.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Checklist.module.css';

const soon = 14 * 86_400_000;

/** How a paper stands by the day it lapses on, counted by the reader's clock only to choose the hue. */
function standing(expiresAt: string, done: boolean, now: number): { status: Status; word: string } {
  const left = Date.parse(expiresAt) - now;
  if (left < 0) return { status: 'overdue', word: 'transfers.lapsedOn' };
  if (!done) return { status: 'dueSoon', word: 'transfers.lapsesRenew' };
  return left < soon ? { status: 'dueSoon', word: 'transfers.lapsesOn' } : { status: 'done', word: 'transfers.holdsUntil' };
}

/** Until when the fact of a line holds; that it can lapse is said before there is a date. */
export function Expiry({ item: { expires, task }, zone }: { item: TransferItemDto; zone: string }) {
  const lang = useLanguage();
  if (task.expiresAt === null) return expires && task.status !== 'completed' ? <div className={styles.meta}><T k="transfers.willLapse" /></div> : null;
  const { status, word } = standing(task.expiresAt, task.status === 'completed', Date.now());
  return (
    <div className={styles.expiry} style={{ '--hue': hueOf(status) } as React.CSSProperties}>
      {status !== 'done' && <StatusShape status={status} size={11} />}<T k={word} /> <IsoDate date={zonedParts(task.expiresAt, zone, lang).date} />
    </div>
  );
}
