import { FileInput } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { request } from '../api/http.js';
import { problemOf, type Problem } from '../api/problem.js';
import type { LetterVerdictDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Outcome.module.css';

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const shapes = { signed: 'done', draft: 'dueSoon', superseded: 'dueSoon', recalled: 'overdue', unknown: 'overdue' } as const;

interface Checked { readonly name: string; readonly sha256: string; readonly verdict: LetterVerdictDto }

/** The file's fingerprint is computed here; the file itself never leaves the device. */
export function VerifyLetter() {
  const t = useT();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    setChecked(null);
    try {
      const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      setChecked({ name: file.name, sha256, verdict: await request<LetterVerdictDto>('/api/letters/verify', { method: 'POST', body: { sha256 } }) });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const drop = (event: DragEvent) => { event.preventDefault(); void check(event.dataTransfer.files[0]); };
  return (
    <div className={styles.verify} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FileInput label={t('recommendations.verify')} description={t('recommendations.verifyWhat')} placeholder={t('common.choose')} accept="application/pdf" onChange={(file) => void check(file ?? undefined)} />
      <div role="status">{checked && <Verdict checked={checked} />}</div>
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}

function Verdict({ checked: { name, sha256, verdict } }: { checked: Checked }) {
  const t = useT();
  const { caseNumber, language, plain, signedAt, recalledAt, recalledBecause, markedCopy } = verdict;
  return (
    <div className={styles.verdict}>
      <StatusChip status={shapes[verdict.verdict]} wordKey={`recommendations.verdict.${verdict.verdict}`} />
      <p className="small"><bdi>{name}</bdi>{caseNumber !== null && <>, <bdi dir="ltr">{caseNumber}</bdi></>}{language !== null && <>, {t(`recommendations.${plain ? 'plainLetterIn' : 'letterIn'}.${language}`)}</>}{signedAt !== null && <>, <IsoTime at={signedAt} /></>}</p>
      {recalledAt !== null && <p className="small">{t('recommendations.recalled')}: <IsoTime at={recalledAt} />{recalledBecause !== null && <>, {t(`lists.letterRecallReason.${recalledBecause}`)}</>}{markedCopy && <>. {t('recommendations.markedCopy')}</>}</p>}
      <p className="quiet small"><code dir="ltr" className={styles.hash}>{sha256}</code></p>
    </div>
  );
}
