import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows, mayOf } from '../cases/acts.js';
import { useItemWords } from '../cases/blocker-words.js';
import { caseQueries } from '../cases/reading.js';
import type { CompletenessItemDto, ReferralViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { AutosaveNote } from '../kit/AutosaveNote.js';
import { Card } from '../kit/Card.js';
import type { Answers } from '../kit/form/definition.js';
import { FormFields } from '../kit/form/FormFields.js';
import { SectionList } from '../kit/form/SectionList.js';
import { ProblemView } from '../kit/ProblemView.js';
import { useCover } from '../kit/useCover.js';
import { toConsents } from './ConsentsPanel.js';
import { missingOf } from './standing.js';
import { ConfirmWithReason } from '../kit/ConfirmWithReason.js';
import { EmergencyDialog } from './EmergencyDialog.js';
import styles from './Intake.module.css';
import { useReferralDraft } from './useReferralDraft.js';

interface Props {
  view: ReferralViewDto;
  items: readonly CompletenessItemDto[];
  /** Tells what is typed, so that completeness follows. */
  onTyped: (answers: Answers) => void;
  question: ReactNode;
  /** Ends editing where nothing is owed: what was typed is put into the case. */
  onDone?: () => void;
}

/** The referral form, kept as one types; submit or send back when it is the person's turn. */
export function ReferralEditor({ view, items, onTyped, question, onDone }: Props) {
  const t = useT();
  const words = useItemWords(view.form);
  const draft = useReferralDraft(view);
  const { form, autosave } = draft;
  useEffect(() => onTyped(form.answers), [form.answers]);
  return (
    <>
      <div className={styles.sections}><SectionList form={form} /></div>
      <div className={styles.main}>
        {question}
        {autosave.state.kind === 'conflict' && autosave.problem && <ProblemView problem={{ ...autosave.problem, nextStep: t('intake.bringIn') }} onNext={() => void draft.bringIn()} />}
        {draft.both.length > 0 && <div className={styles.returned} role="status"><p>{t('intake.bothChanged')}</p><ul>{draft.both.map((id) => <li key={id}>{words(id)}</li>)}</ul></div>}
        {draft.problem && <ProblemView problem={draft.problem} onNext={() => void autosave.flush()} />}
        <Card><FormFields form={form} /></Card>
        <Foot view={view} items={items} draft={draft} onDone={onDone} />
      </div>
    </>
  );
}

function Foot({ view, items, draft, onDone }: Pick<Props, 'view' | 'items' | 'onDone'> & { draft: ReturnType<typeof useReferralDraft> }) {
  const t = useT();
  const [answering, setAnswering] = useState(false);
  const [emergency, setEmergency] = useState(false);
  const submit = useCommand<object>({ path: `/api/cases/${view.caseId}/submit`, key: `submit:${view.caseId}`, invalidates: caseQueries });
  const answer = useCommand<object>({ path: `/api/cases/${view.caseId}/answer-return`, key: `answer-return:${view.caseId}`, invalidates: caseQueries });
  const foot = useCover<HTMLDivElement>('end');
  const missing = missingOf(items).length;
  const may = mayOf(view.may, 'submitReferral');
  const send = async () => { if (await draft.settle()) await submit.run({}); };
  const sendBack = async (note: string) => { if (await draft.settle() && await answer.run(note === '' ? {} : { note }) !== undefined) setAnswering(false); };
  return (
    <>
      {submit.problem && <ProblemView problem={submit.problem} takeFocus onNext={() => (submit.problem?.code === 'INTAKE.CONSENT_MISSING' ? toConsents() : void send())} />}
      {view.status === 'draft' && !submit.problem && may && !may.allowed && may.sentence && <p className="quiet small">{may.sentence}</p>}
      <div ref={foot} className={styles.foot}>
        <AutosaveNote state={draft.autosave.state} />
        <span className="quiet small" role="status">{missing === 0 ? t('intake.complete') : t('intake.missing', { count: missing })}</span>
        <span className={styles.footEnd}>
          {onDone && <Button loading={draft.settling} onClick={() => void draft.settle().then((done) => { if (done) onDone(); })}>{t('intake.putIn')}</Button>}
          {view.status === 'draft' && view.urgency === 'emergency' && may?.because === 'INTAKE.CONSENT_MISSING' && <Button variant="default" onClick={() => void draft.settle().then((done) => { if (done) setEmergency(true); })}>{t('intake.emergency.begin')}</Button>}
          {view.status === 'draft' && <Button loading={draft.settling || submit.sending} onClick={() => void send()}>{t('intake.submit')}</Button>}
          {allows(view.may, 'answerReturn') && <Button loading={draft.settling} onClick={() => setAnswering(true)}>{t('intake.answer')}</Button>}
        </span>
      </div>
      {emergency && <EmergencyDialog view={view} submit={submit} onClose={() => setEmergency(false)} />}
      {answering && <ConfirmWithReason opened onClose={() => setAnswering(false)} onConfirm={({ reason }) => void sendBack(reason)} title={t('intake.answer')} what={missing === 0 ? t('intake.answerComplete') : t('intake.answerMissing', { count: missing })} verb={t('intake.answer')} reasonOptional sending={draft.settling || answer.sending} problem={answer.problem ?? draft.problem} />}
    </>
  );
}
