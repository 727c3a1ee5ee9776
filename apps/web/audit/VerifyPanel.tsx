import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Verdict } from '#proof';
import { problemOf, type Problem } from '../api/problem.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './VerifyPanel.module.css';
import { verifyHere } from './verify.js';

type State = { is: 'idle' } | { is: 'running'; events: number } | { is: 'said'; verdict: Verdict; at: string } | { is: 'failed'; problem: Problem };

/** "Verify": fetches the export and computes every hash in this page; says that it is whole, or the first bad place in red. */
export function VerifyPanel() {
  const t = useT();
  const [state, setState] = useState<State>({ is: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const able = window.isSecureContext;
  const run = async () => {
    stop.current?.abort();
    const mine = stop.current = new AbortController();
    setState({ is: 'running', events: 0 });
    try {
      const verdict = await verifyHere((events) => { if (!mine.signal.aborted) setState({ is: 'running', events }); }, mine.signal);
      setState({ is: 'said', verdict, at: new Date().toISOString() });
    } catch (error) {
      if (!mine.signal.aborted) setState({ is: 'failed', problem: problemOf(error) });
    }
  };
  const tone = state.is !== 'said' ? undefined : state.verdict.ok ? 'whole' : 'broken';
  return (
    <section className={styles.panel} data-tone={tone} aria-label={t('audit.verify')}>
      <div className={styles.said} role="status" aria-live="polite">
        {state.is === 'idle' && <span className={styles.what}>{t(able ? 'audit.verifyWhat' : 'audit.insecure')}</span>}
        {state.is === 'running' && <span className={styles.line}><StatusShape status="onTime" size={13} />{state.events === 0 ? <T k="audit.verifyFetching" /> : <T k="audit.verifyRead" values={{ count: state.events }} />}</span>}
        {state.is === 'said' && <Said verdict={state.verdict} at={state.at} />}
        {state.is === 'failed' && <ProblemView problem={state.problem} onNext={() => void run()} />}
      </div>
      <Button onClick={() => void run()} loading={state.is === 'running'} disabled={!able} variant={state.is === 'said' ? 'default' : 'filled'}>{t(state.is === 'said' ? 'audit.again' : 'audit.verify')}</Button>
    </section>
  );
}

function Said({ verdict, at }: { verdict: Verdict; at: string }) {
  const t = useT();
  const when = <span className={styles.when}><IsoTime at={at} show="time" /> · <T k="audit.inThisBrowser" /></span>;
  if (verdict.ok) {
    return <span className={styles.line}><StatusShape status="done" size={15} /><strong><T k="audit.wholeCounts" values={{ streams: t('audit.streams', { count: verdict.streams }), events: t('audit.events', { count: verdict.events }) }} /></strong>{when}</span>;
  }
  return (
    <>
      <span className={styles.line}><StatusShape status="overdue" size={15} />
        <strong>{verdict.stream === null ? <T k="audit.brokenFile" values={{ line: verdict.line }} /> : <T k="audit.brokenAt" values={{ stream: verdict.stream, seq: verdict.seq ?? 0 }} />}</strong>{when}
      </span>
      <p className={styles.why}><T k={`audit.fault.${verdict.why}`} /></p>
    </>
  );
}
