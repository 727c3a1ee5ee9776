import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { OutcomeDto, SecondOpinionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { IsoTime } from '../kit/IsoTime.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';

const answers = ['agrees', 'differs', 'notGiven'] as const;
interface Props { caseId: string; outcome: OutcomeDto; opinion: SecondOpinionDto }

/** A second opinion of another board: to whom what was sent, until when an answer is expected, and what it says. */
export function SecondOpinionElsewhere({ caseId, outcome, opinion: { task, sent, received } }: Props) {
  const t = useT();
  const [dialog, setDialog] = useState<'send' | 'answer' | null>(null);
  const at = `/api/cases/${caseId}/tasks/${task?.taskId ?? ''}`;
  const send = useCommand<object>({ path: `${at}/send-second-opinion`, key: `second-opinion-sent:${task?.taskId ?? ''}`, invalidates: outcomeQueries });
  const answer = useCommand<object>({ path: `${at}/second-opinion`, key: `second-opinion-answer:${task?.taskId ?? ''}`, invalidates: outcomeQueries });
  const [recipient, setRecipient] = useState('');
  const close = (done: unknown) => { if (done !== undefined) setDialog(null); };
  return (
    <>
      {sent && <span className="small">{t('recommendations.secondOpinionSentTo')} <bdi>{sent.recipient?.text}</bdi>: <span dir="auto" lang={sent.what?.language ?? undefined}>{sent.what?.text}</span> <span className="quiet"><bdi>{sent.by.name}</bdi>, <IsoTime at={sent.at} /></span></span>}
      {received && <span className="small"><strong><T k={`lists.secondOpinionAnswer.${received.answer}`} /></strong>: <span dir="auto" lang={received.note?.language ?? undefined}>{received.note?.text}</span> <span className="quiet"><bdi>{received.by.name}</bdi>, <IsoTime at={received.at} /></span></span>}
      {task && <span className="quiet small">{task.owner && <><bdi>{task.owner.name}</bdi>, </>}{task.dueAt !== null && <>{t('recommendations.secondOpinionDue')} <IsoTime at={task.dueAt} /></>}</span>}
      {task && (allows(outcome.may, 'sendSecondOpinion') || allows(outcome.may, 'recordSecondOpinion')) && (
        <span className={styles.evidenceActs}>
          {sent === null && allows(outcome.may, 'sendSecondOpinion') && <Button size="compact-sm" variant="default" onClick={() => setDialog('send')}>{t('recommendations.sendSecondOpinion')}</Button>}
          {allows(outcome.may, 'recordSecondOpinion') && <Button size="compact-sm" variant="default" onClick={() => setDialog('answer')}>{t('recommendations.recordSecondOpinion')}</Button>}
        </span>
      )}
      {task && dialog === 'send' && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t('recommendations.sendSecondOpinion')} what={t('recommendations.sendSecondOpinionWhat')} verb={t('recommendations.record')} wordsLabel={t('recommendations.whatWasSent')} sending={send.sending} problem={send.problem}
          onConfirm={({ reason }) => void send.run({ recipient: recipient.trim(), note: reason, seenVersion: task.version }).then(close)}>
          <TextInput label={t('recommendations.recipient')} value={recipient} onChange={(event) => setRecipient(event.currentTarget.value)} maxLength={300} required />
        </ConfirmWithReason>
      )}
      {task && dialog === 'answer' && (
        <ConfirmWithReason opened onClose={() => setDialog(null)} title={t('recommendations.recordSecondOpinion')} what={t('recommendations.recordSecondOpinionWhat')} verb={t('recommendations.record')} codesLabel={t('recommendations.secondOpinionAnswer')} wordsLabel={t('recommendations.whatItSays')} sending={answer.sending} problem={answer.problem}
          codes={answers.map((code) => ({ value: code, label: t(`lists.secondOpinionAnswer.${code}`) }))} onConfirm={({ code, reason }) => void answer.run({ answer: code, note: reason, seenVersion: task.version }).then(close)} />
      )}
    </>
  );
}
