import { FileInput } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { request } from '../api/http.js';
import { problemOf, type Problem } from '../api/problem.js';
import type { LetterVerdictDto, OutcomeDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { Icon } from '../kit/icons.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Outcome.module.css';

/** The letters in both languages, marked as drafts until the last signature; and a way to see whether a letter is the signed one. */
export function Letters({ outcome }: { outcome: OutcomeDto }) {
  const t = useT();
  return (
    <Card title={t('recommendations.letters')} actions={outcome.letterSentAt && <span className="quiet small">{t('recommendations.sentAt')} <IsoTime at={outcome.letterSentAt} /></span>} flush>
      {outcome.letters.length === 0 && <p className={styles.emptyLine}>{t('recommendations.noLetters')}</p>}
      <ul>
        {outcome.letters.map((letter) => (
          <li key={letter.language} className={styles.row}>
            <Icon name="document" />
            <span className={styles.rowMain}><a href={letter.href} target="_blank" rel="noreferrer"><T k={`recommendations.letterIn.${letter.language}`} /></a><a className="small quiet" href={letter.href} download>{t('recommendations.download')} (PDF)</a></span>
            {letter.signed ? <StatusChip status="done" wordKey="recommendations.signedLetter" /> : <StatusChip status="waiting" wordKey="recommendations.draft" />}
          </li>
        ))}
      </ul>
      {outcome.letters.length > 0 && <p className={styles.emptyLine}>{outcome.letters.some((letter) => !letter.signed) && <>{t('recommendations.draftUntil')} </>}{t('recommendations.freeTextNote')}</p>}
      {outcome.letters.length > 0 && <Verify />}
    </Card>
  );
}

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The file's fingerprint is computed here; the file itself never leaves the device. */
function Verify() {
  const t = useT();
  const [verdict, setVerdict] = useState<LetterVerdictDto | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      setVerdict(await request<LetterVerdictDto>('/api/letters/verify', { method: 'POST', body: { sha256 } }));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const drop = (event: DragEvent) => { event.preventDefault(); void check(event.dataTransfer.files[0]); };
  return (
    <div className={styles.verify} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FileInput label={t('recommendations.verify')} description={t('recommendations.verifyWhat')} placeholder={t('common.choose')} accept="application/pdf" onChange={(file) => void check(file ?? undefined)} />
      <div role="status">{verdict && <StatusChip status={verdict.verdict === 'signed' ? 'done' : verdict.verdict === 'unknown' ? 'overdue' : 'dueSoon'} wordKey={`recommendations.verdict.${verdict.verdict}`} />}</div>
      {problem && <ProblemView problem={problem} />}
    </div>
  );
}
