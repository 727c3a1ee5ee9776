import type { AuditEntryDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { StatusChip } from '../kit/StatusChip.js';
import { useAuditWords } from './words.js';

/** The kind of an entry. A refusal is what the eye should meet first; the rest is quiet. */
export function Kind({ kind }: { kind: AuditEntryDto['kind'] }) {
  if (kind === 'refusal') return <StatusChip status="overdue" wordKey="audit.kind.refusal" />;
  return <span className="quiet"><T k={`audit.kind.${kind}`} /></span>;
}

/** What happened, and to which task. */
export function What({ entry }: { entry: AuditEntryDto }) {
  const { what, task } = useAuditWords();
  const which = task(entry);
  return <><bdi>{what(entry)}</bdi>{which !== null && <span className="quiet"> · <bdi>{which}</bdi></span>}</>;
}

export function Who({ entry }: { entry: AuditEntryDto }) {
  const { who } = useAuditWords();
  if (entry.onBehalfOf) return <T k="common.onBehalfOf" values={{ author: who(entry), person: entry.onBehalfOf.name }} />;
  return <bdi className={entry.actor === null ? 'quiet' : undefined}>{who(entry)}</bdi>;
}

/** The one case by its number, or how many. */
export function Cases({ entry: { cases } }: { entry: AuditEntryDto }) {
  const [first] = cases;
  if (!first) return <span className="quiet"><T k="audit.noCase" /></span>;
  if (cases.length > 1) return <T k="audit.casesShown" values={{ count: cases.length }} />;
  return first.number === null ? <span className="quiet"><T k="audit.hidden" /></span> : <bdi dir="ltr" className="nowrap">{first.number}</bdi>;
}
