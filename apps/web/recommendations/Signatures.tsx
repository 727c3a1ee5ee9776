import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { OutcomeDto } from '../generated/types.gen.js';
import { useNextTask } from '../inbox/next-task.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';

const postOf = (discipline: string) => (discipline === 'chair' ? 'lists.role.chair' : `lists.discipline.${discipline}`);

interface Props { caseId: string; number: string; outcome: OutcomeDto }

/** Who has signed and who is still to; one's own signature, on the text as it is on the screen, with a fresh sign-in. */
export function Signatures({ caseId, number, outcome }: Props) {
  const t = useT();
  const me = useSession().person.id;
  const goOn = useNextTask();
  const [refusing, setRefusing] = useState(false);
  const sign = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/sign`, key: `sign-recommendation:${outcome.id}`, invalidates: outcomeQueries });
  const refuse = useCommand<object>({ path: `/api/cases/${caseId}/outcomes/${outcome.id}/refuse-signature`, key: `refuse-signature:${outcome.id}`, invalidates: outcomeQueries });
  const mine = outcome.owedSignatures.find((owed) => owed.owner?.id === me);
  const send = async () => { if (await sign.run({ seenTextHash: outcome.textHash }) !== undefined) await goOn(mine?.taskId ?? '', t('recommendations.signedToast', { number })); };
  const done = outcome.signatures.length;
  return (
    <Card title={t('recommendations.signatures')} count={t('common.of', { done, all: done + outcome.owedSignatures.length })} flush>
      <ul>
        {outcome.signatures.map((signature) => (
          <li key={`${signature.person.id}${signature.discipline}`} className={styles.row}>
            <span className={styles.rowMain}><bdi>{signature.person.name}</bdi><span className="quiet small"><T k={postOf(signature.discipline)} />, <IsoTime at={signature.at} /></span></span>
            <StatusChip status="done" wordKey="common.status.signed" />
          </li>
        ))}
        {outcome.voided.map(({ at, because, signatures }) => (
          <li key={at} className={styles.voided}>
            <p><StatusShape status="blocked" /> <strong>{t('recommendations.voided')}</strong> <span className="quiet small"><IsoTime at={at} />, <T k={`recommendations.voidedBecause.${because}`} /></span></p>
            <p className="small quiet">{signatures.length === 0 ? t('recommendations.voidedNone') : t('recommendations.voidedHad')}</p>
            {signatures.length > 0 && <ul className="small">{signatures.map((one) => <li key={`${one.person.id}${one.discipline}`}><bdi>{one.person.name}</bdi>, <T k={postOf(one.discipline)} />, <IsoTime at={one.at} /></li>)}</ul>}
          </li>
        ))}
        {outcome.owedSignatures.map((owed) => (
          <li key={owed.taskId} className={styles.row}>
            <span className={styles.rowMain}>{owed.owner ? <bdi>{owed.owner.name}</bdi> : <T k="tasks.nobody" />}<span className="quiet small"><T k={postOf(owed.discipline)} /></span></span>
            <StatusChip status="waiting" wordKey="recommendations.owed" />
          </li>
        ))}
      </ul>
      {(allows(outcome.may, 'signRecommendation') || allows(outcome.may, 'refuseSignature')) && (
        <div className={styles.acts}>
          <p className="quiet small">{t('recommendations.signWhat')} {t('recommendations.hash')}: <code dir="ltr" className={styles.hash}>{outcome.textHash}</code></p>
          {allows(outcome.may, 'signRecommendation') && <Button loading={sign.sending} onClick={() => void send()}>{t('recommendations.signNow')}</Button>}
          {allows(outcome.may, 'refuseSignature') && <Button variant="default" onClick={() => setRefusing(true)}>{t('recommendations.refuse')}</Button>}
          {sign.problem && <ProblemView problem={sign.problem} takeFocus onNext={() => void send()} />}
        </div>
      )}
      <ConfirmWithReason opened={refusing} onClose={() => setRefusing(false)} title={t('recommendations.refuseTitle')} what={t('recommendations.refuseWhat')} verb={t('recommendations.refuse')} danger sending={refuse.sending} problem={refuse.problem}
        onConfirm={({ reason }) => void refuse.run({ reason }).then((answer) => { if (answer !== undefined) setRefusing(false); })} />
    </Card>
  );
}
