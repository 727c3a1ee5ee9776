import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { NextStep, Problem } from '../api/problem.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { has } from '#locales';
import styles from './ProblemView.module.css';
import { StatusShape } from './StatusShape.js';

interface Props {
  problem: Problem;
  /** What the next step's button does where the problem names no address. */
  onNext?: () => void;
  /** Takes the focus when it appears, so that it is heard: for the answer to something one has just done. */
  takeFocus?: boolean;
}

/** A refusal or fault: what is so, why, and the next step as a button. The api's own words first, the catalogue's else. */
export function ProblemView({ problem, onNext, takeFocus }: Props) {
  const words = useProblemWords(problem);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (takeFocus) box.current?.focus(); }, [takeFocus, problem]);
  const reference = problem.status >= 500 ? problem.instance ?? null : null;
  const t = useT();
  return (
    <div className={styles.problem} role="alert" tabIndex={-1} ref={box}>
      <div className={styles.shape}><StatusShape status="overdue" size={14} /></div>
      <div className={styles.title} dir="auto">{words.title}</div>
      {words.why !== '' && <p className={styles.why} dir="auto">{words.why}</p>}
      {problem.errors && problem.errors.length > 0 && (
        <ul className={styles.fields}>{problem.errors.map((error) => <li key={`${error.field}${error.code}`}><bdi>{error.detail ?? error.field}</bdi></li>)}</ul>
      )}
      <div className={styles.next}>
        <NextButton next={words.next} onNext={onNext} />
        {reference !== null && <span className={styles.reference}>{t('common.problem.reference', { id: reference })}</span>}
      </div>
    </div>
  );
}

function NextButton({ next, onNext }: { next: NextStep; onNext?: () => void }) {
  if (next.href?.startsWith('/api/')) return <Button component="a" href={next.href} variant="default">{next.text}</Button>;
  if (next.href) return <Button component={Link} to={next.href} variant="default">{next.text}</Button>;
  if (onNext) return <Button variant="default" onClick={onNext}>{next.text}</Button>;
  return <span>{next.text}</span>;
}

function useProblemWords(problem: Problem): { title: string; why: string; next: NextStep } {
  const t = useT();
  const lang = useLanguage();
  const known = [problem.code, problem.status === 409 || problem.status === 412 ? 'conflict' : null, 'unknown']
    .find((code) => code !== null && has(lang, `problems.${code}.title`)) ?? 'unknown';
  const values = { status: problem.status, ...stringFacts(problem) };
  const own = typeof problem.nextStep === 'string' ? { text: problem.nextStep } : problem.nextStep;
  return {
    title: problem.title ?? t(`problems.${known}.title`, values),
    why: problem.detail ?? t(`problems.${known}.why`, values),
    next: own ?? { text: t(`problems.${known}.next`, values), ...(problem.code === 'missing' ? { href: '/cases' } : {}) },
  };
}

function stringFacts(problem: Problem): Record<string, string | number> {
  return Object.fromEntries(Object.entries(problem.facts ?? {})
    .filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'));
}
