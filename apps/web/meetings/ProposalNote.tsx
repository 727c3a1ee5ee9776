import { Button } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useClock } from '../kit/AutosaveNote.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Meeting.module.css';
import type { LineState } from './proposal-line.js';

/** How what is typed stands: on the server, on its way, or kept here since the line went down. */
export function ProposalNote({ line }: { line: LineState }) {
  const time = useClock();
  const { unsentSince, savedAt, down } = line;
  const said = down && unsentSince !== null ? { status: 'onHold', key: 'unsentSince', at: unsentSince } as const
    : down ? { status: 'onHold', key: 'lineDown', at: null } as const
      : unsentSince !== null ? { status: 'onTime', key: 'sending', at: null } as const
        : savedAt !== null ? { status: 'done', key: 'savedAt', at: savedAt } as const : null;
  return (
    <span role="status" className="quiet small" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      {said === null ? <T k="meetings.composer.kept" /> : <><StatusShape status={said.status} size={11} /><T k={`meetings.composer.${said.key}`} values={said.at === null ? {} : { time: time(said.at) }} /></>}
    </span>
  );
}

/** Somebody else typed in the same place: both texts stand there, and it is for the two to say which holds. */
export function BothTyped({ line, onSettled }: { line: LineState; onSettled: () => void }) {
  const t = useT();
  if (line.problem) return <ProblemView problem={line.problem} />;
  if (line.both.length === 0) return null;
  const fields = line.both.map((field) => t(`meetings.composer.field.${field}`)).join(', ');
  return (
    <div className={styles.bothTyped} role="alert">
      <p><StatusShape status="dueSoon" size={11} /> {line.other === null ? <T k="meetings.composer.bothTyped" values={{ fields }} /> : <T k="meetings.composer.bothTypedBy" values={{ fields, person: line.other }} />}</p>
      <Button size="compact-sm" variant="default" onClick={onSettled}>{t('meetings.composer.looked')}</Button>
    </div>
  );
}
