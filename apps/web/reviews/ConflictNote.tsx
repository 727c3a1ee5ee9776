import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/problem.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import { zonedParts } from '../kit/iso-dates.js';
import { StatusShape } from '../kit/StatusShape.js';
import { useZone } from '../kit/zone.js';
import styles from './Review.module.css';

interface Props { problem: Problem; definition: FormDefinition; onBringIn: () => Promise<void> }

const textIn = (problem: Problem, name: string): string => { const fact = problem.facts?.[name]; return typeof fact === 'string' ? fact : ''; };

/** Somebody saved a newer version: who, when to the second, which fields; what is typed here stays, and one button brings theirs in. */
export function ConflictNote({ problem, definition, onBringIn }: Props) {
  const t = useT();
  const lang = useLanguage();
  const zone = useZone();
  const words = useFormWords(definition.id);
  const box = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => box.current?.focus(), []);
  const at = textIn(problem, 'at');
  const time = at === '' ? '' : new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(new Date(at));
  const day = at === '' ? '' : zonedParts(at, zone, lang).weekday;
  const changed = problem.facts?.['fields'];
  const fields = Array.isArray(changed) ? definition.sections.flatMap((section) => section.fields).filter((field) => changed.includes(field.id)) : [];
  return (
    <div ref={box} className={styles.conflict} role="alert" tabIndex={-1}>
      <h2><StatusShape status="dueSoon" /> <T k="reviews.conflictTitle" values={{ person: textIn(problem, 'by'), time: `${day} ${time}`.trim() }} /></h2>
      {fields.length > 0 && <p>{t('reviews.conflictFields')} {fields.map((field, i) => <span key={field.id}>{i > 0 && ', '}<strong>{words.label(field)}</strong></span>)}</p>}
      <p>{t('reviews.conflictKept')}</p>
      <Button size="compact-sm" loading={busy} onClick={() => { setBusy(true); void onBringIn().finally(() => setBusy(false)); }}>{t('reviews.bringIn')}</Button>
    </div>
  );
}
