import { Button, Menu, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import { TaskReasonDialog } from '../cases/TaskReasonDialog.js';
import type { OpinionDto, ReviewViewDto } from '../generated/types.gen.js';
import { useNextTask } from '../inbox/next-task.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { AutosaveNote } from '../kit/AutosaveNote.js';
import type { Answer } from '../kit/form/definition.js';
import { FormFields } from '../kit/form/FormFields.js';
import { SectionList } from '../kit/form/SectionList.js';
import { useFormWords } from '../kit/form/words.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { ProblemView } from '../kit/ProblemView.js';
import { useCover } from '../kit/useCover.js';
import { ConflictNote } from './ConflictNote.js';
import { disagreementsOf } from './disagreement.js';
import { Disagreements } from './Disagreements.js';
import { GradeField, isGrade, type Grade } from './GradeField.js';
import { MaterialDialog } from './MaterialDialog.js';
import { Prefill } from './Prefill.js';
import { Recist } from './Recist.js';
import { inForce, reviewQueries, useComputed } from './reading.js';
import styles from './Review.module.css';
import { Scores } from './Scores.js';
import { useReviewDraft } from './useReviewDraft.js';

interface Props {
  view: ReviewViewDto;
  /** The signed opinion that a new version takes the place of; without it the review's first. */
  amends?: OpinionDto;
  onDone?: () => void;
}

/** The form of an opinion: kept as one types, compared with what others signed, signed as it was seen. */
export function ReviewEditor({ view, amends, onDone }: Props) {
  const t = useT();
  const draft = useReviewDraft(view, amends ? `opinions/${amends.id}` : `reviews/${view.task.id}`);
  const { form, autosave } = draft;
  const signing = useSigning(view, draft, amends, onDone);
  const words = useFormWords(view.form.id);
  const differing = useMemo(() => disagreementsOf(view.form, form.answers, inForce(view.opinions)), [view.form, form.answers, view.opinions]);
  const asked = useMemo(() => new Set(view.form.sections.flatMap((section) => section.fields.map(({ id }) => id))), [view.form]);
  const { data } = useComputed(view.caseId, view.task.id, autosave.version(), amends === undefined);
  const conflict = autosave.state.kind === 'conflict' ? autosave.problem : signing.conflict;
  useHotkeys([['mod+Enter', () => void signing.sign()]], []);
  useKeyHints(t('reviews.title'), [{ keys: 'Ctrl Enter', label: t(amends ? 'reviews.signAmendment' : 'reviews.sign') }]);
  const foot = useCover<HTMLDivElement>('end');
  const bringIn = async () => { await draft.bringIn(); signing.reset(); };
  return (
    <div className={styles.editor}>
      <div className={styles.sections}><SectionList form={form} /></div>
      <div className={styles.fields}>
        {conflict && <ConflictNote problem={conflict} definition={view.form} onBringIn={bringIn} />}
        {draft.both.length > 0 && <div className={styles.conflict} role="status"><p>{t('reviews.bothChanged')} {draft.both.map((id, i) => <span key={id}>{i > 0 && ', '}<strong>{words.label({ id, kind: 'text' })}</strong></span>)}</p></div>}
        {draft.problem && <ProblemView problem={draft.problem} takeFocus onNext={() => void draft.bringIn()} />}
        {autosave.state.kind === 'failed' && autosave.problem && <ProblemView problem={autosave.problem} onNext={() => void autosave.flush()} />}
        {!amends && <Prefill view={view} draft={draft} />}
        <Disagreements definition={view.form} found={differing} derived={(data?.disagreements ?? []).filter(({ what }) => !asked.has(what))} />
        <FormFields key={draft.generation} form={form} />
        <div role="status" className={styles.said}>{data?.recist && <Recist recist={data.recist} stated={statedResponse(form.answers['response'])} />}<Scores scores={data?.scores ?? []} /></div>
        {view.asksDiscordance && <GradeField grade={signing.grade} onChange={signing.setGrade} missing={signing.gradeMissing} />}
        {amends && <Textarea label={t('reviews.amendReason')} id="amend-reason" autosize minRows={2} dir="auto" value={signing.reason} onChange={(event) => signing.setReason(event.currentTarget.value)} error={signing.reasonMissing ? t('common.reasonNeeded') : null} />}
        {signing.problem && !signing.conflict && <ProblemView problem={signing.problem} takeFocus onNext={() => void signing.sign()} />}
        <div ref={foot} className={styles.foot}>
          <AutosaveNote state={autosave.state} />
          <span className="quiet small" role="status">{form.missing > 0 ? <T k="reviews.left" values={{ count: form.missing }} /> : <T k="common.form.complete" />}</span>
          <span className={styles.footEnd}>
            {amends ? <Button variant="default" onClick={onDone}>{t('common.cancel')}</Button> : <OtherWays view={view} />}
            <Button loading={signing.busy} onClick={() => void signing.sign()} aria-keyshortcuts="Control+Enter Meta+Enter">{t(amends ? 'reviews.signAmendment' : 'reviews.sign')}</Button>
          </span>
        </div>
      </div>
    </div>
  );
}

/** The response that the form states. */
export const statedResponse = (answer: Answer | undefined): string | null => (answer?.state === 'given' && typeof answer.value === 'string' && answer.value !== '' ? answer.value : null);

/** Checks, keeps what is typed, and signs the version that was on the screen. */
function useSigning(view: ReviewViewDto, draft: ReturnType<typeof useReviewDraft>, amends: OpinionDto | undefined, onDone: (() => void) | undefined) {
  const t = useT();
  const goOn = useNextTask();
  const signed = amends?.discordance ?? null;
  const [grade, setGrade] = useState<Grade | null>(isGrade(signed) ? signed : null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [checking, setChecking] = useState(false);
  const command = useCommand<object>(amends
    ? { path: `/api/cases/${view.caseId}/opinions/${amends.id}/amend`, key: `amend:${amends.id}`, invalidates: reviewQueries }
    : { path: `/api/cases/${view.caseId}/reviews/${view.task.id}/sign`, key: `sign-review:${view.task.id}`, invalidates: reviewQueries });
  const gradeMissing = tried && view.asksDiscordance && grade === null;
  const reasonMissing = tried && amends !== undefined && reason.trim() === '';

  const sign = async () => {
    setTried(true);
    if (!draft.form.check()) return;
    if (view.asksDiscordance && grade === null) { document.getElementById('grade')?.focus(); return; }
    if (amends && reason.trim() === '') { document.getElementById('amend-reason')?.focus(); return; }
    setChecking(true);
    const kept = await draft.autosave.flush();
    setChecking(false);
    if (!kept) return;
    const seen = { draftId: view.draft.draftId, seenDraftVersion: draft.autosave.version(), discordance: view.asksDiscordance ? grade : null };
    const done = await command.run(amends ? { ...seen, reason: reason.trim() } : { ...seen, seenVersion: view.task.version });
    if (done === undefined) return;
    if (amends) onDone?.();
    else await goOn(view.task.id, t('reviews.signedNow', { number: view.caseNumber }));
  };
  const conflict = command.problem?.code === 'DRAFT.NEWER_VERSION' ? command.problem : null;
  return { sign, busy: checking || command.sending, problem: command.problem, conflict, reset: command.reset, grade, setGrade, gradeMissing, reason, setReason, reasonMissing };
}

/** What can be done with a review instead of signing it. */
function OtherWays({ view }: { view: ReviewViewDto }) {
  const t = useT();
  const [dialog, setDialog] = useState<'material' | 'decline' | null>(null);
  const { task } = view;
  return (
    <>
      <Menu position="top-end">
        <Menu.Target><Button variant="default">{t('common.more')}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!allows(view.may, 'requestMaterial')} onClick={() => setDialog('material')}>{t('reviews.askMaterial')}</Menu.Item>
          <Menu.Item disabled={!allows(view.may, 'declineTask')} onClick={() => setDialog('decline')}>{t('reviews.decline')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'material' && <MaterialDialog task={task} onClose={() => setDialog(null)} />}
      {dialog === 'decline' && <TaskReasonDialog task={task} act="declineTask" onClose={() => setDialog(null)} />}
    </>
  );
}
