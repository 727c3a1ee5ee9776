import { Button, Select } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { caseQueries } from '../cases/reading.js';
import type { DoneDto, OpenReferralDto, ReferralChoicesDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { EmptyState } from '../kit/EmptyState.js';
import type { Answers } from '../kit/form/definition.js';
import { ErrorSummary } from '../kit/form/ErrorSummary.js';
import { FormFields } from '../kit/form/FormFields.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { useCover } from '../kit/useCover.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Intake.module.css';
import { patientFrom, said } from './patient-form.js';
import { useReferralChoices } from './reading.js';
import { usePatientForm } from './usePatientForm.js';

type Chosen = Pick<OpenReferralDto, 'boardId' | 'tumorType' | 'urgency' | 'originInstitutionId' | 'referrerId'>;
interface Typed { chosen: Partial<Chosen>; answers: Answers }

// Kept in this tab until it is a referral, so that a reload or an ended session loses nothing.
const place = 'consilium.new-referral';
const typedBefore = (): Typed => { const text = sessionStorage.getItem(place); return text === null ? { chosen: {}, answers: { names: { state: 'given', value: [{}] } } } : JSON.parse(text) as Typed; };
const keep = (typed: Typed) => sessionStorage.setItem(place, JSON.stringify(typed));

/** A new referral: what for, who the patient is, what is asked. What the board needs beyond is typed on the next screen. */
export function Component() {
  const t = useT();
  const choices = useReferralChoices();
  return (
    <Page title={t('intake.newTitle')}>
      {choices.data ? choices.data.boards.length === 0 ? <Card><EmptyState title={t('intake.noBoard')} what={t('intake.noBoardWhat')} /></Card> : <NewReferral choices={choices.data} />
        : choices.error ? <ProblemView problem={problemOf(choices.error)} onNext={() => void choices.refetch()} /> : <TextSkeleton lines={8} />}
    </Page>
  );
}

function NewReferral({ choices }: { choices: ReferralChoicesDto }) {
  const t = useT();
  const navigate = useNavigate();
  const foot = useCover<HTMLDivElement>('end');
  const [before] = useState(typedBefore);
  const [chosen, setChosen] = useState<Partial<Chosen>>(() => ({ ...defaults(choices), ...before.chosen }));
  const [tried, setTried] = useState(false);
  const open = useCommand<OpenReferralDto, DoneDto>({ path: '/api/referrals', key: 'new-referral', keepAnswer: true, invalidates: caseQueries });
  const onChange = useCallback((answers: Answers) => keep({ chosen, answers }), [chosen]);
  const form = usePatientForm(before.answers, onChange);
  useEffect(() => { if (!open.answer) keep({ chosen, answers: form.answers }); }, [chosen]);
  const notChosen = neededChoices.filter(({ name }) => !chosen[name]).map(({ name, key }) => ({ id: choiceId(name), text: t('intake.chooseNamed', { field: t(key) }) }));
  const done = open.answer;
  if (done) return <Opened done={done} onAnother={() => { open.reset(); window.location.reload(); }} />;

  const send = async () => {
    setTried(true);
    const sound = form.check(notChosen);
    const { boardId, tumorType, urgency, originInstitutionId, referrerId = null } = chosen;
    if (!sound || !boardId || !tumorType || !urgency || !originInstitutionId) return;
    const answer = await open.run({ boardId, tumorType, urgency, originInstitutionId, referrerId, question: said(form.answers['question']) ?? '', patient: patientFrom(form.answers) });
    if (answer === undefined) return;
    sessionStorage.removeItem(place);
    void navigate(`/cases/${answer.ids['caseId'] ?? answer.streamId}/referral`);
  };
  return (
    <form noValidate className={styles.plain} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <ErrorSummary form={form} besides={tried ? notChosen : []} />
      <Card title={t('intake.whatFor')}><Choices choices={choices} chosen={chosen} tried={tried} onChange={setChosen} /></Card>
      <Card><FormFields form={form} summary="elsewhere" /></Card>
      {open.problem && <ProblemView problem={open.problem} takeFocus onNext={() => void send()} />}
      <div ref={foot} className={styles.foot}><span className="quiet small">{t('intake.draftHint')}</span><span className={styles.footEnd}><Button type="submit" loading={open.sending}>{t('intake.begin')}</Button></span></div>
    </form>
  );
}

/** What Back shows after the referral was begun: the answer, not a live form. */
function Opened({ done, onAnother }: { done: DoneDto; onAnother: () => void }) {
  const t = useT();
  return (
    <Card><EmptyState title={t('intake.begun', { number: done.ids['number'] ?? '' })} what={t('intake.begunWhat')}
      action={<span style={{ display: 'flex', gap: 8 }}><Button component={Link} to={`/cases/${done.ids['caseId'] ?? done.streamId}/referral`}>{t('intake.goOn')}</Button><Button variant="default" onClick={onAnother}>{t('intake.another')}</Button></span>} /></Card>
  );
}

function defaults(choices: ReferralChoicesDto): Partial<Chosen> {
  const [board] = choices.boards;
  const [origin] = choices.origins;
  return { urgency: 'routine', ...(choices.boards.length === 1 && board ? { boardId: board.board.id } : {}), ...(choices.origins.length === 1 && origin ? { originInstitutionId: origin.id } : {}) };
}

const neededChoices = [{ name: 'boardId', key: 'cases.boardOf' }, { name: 'tumorType', key: 'cases.tumorType' }, { name: 'originInstitutionId', key: 'cases.origin' }] as const;
const choiceId = (name: (typeof neededChoices)[number]['name']): string => `new-referral-${name}`;

interface ChoicesProps { choices: ReferralChoicesDto; chosen: Partial<Chosen>; tried: boolean; onChange: (chosen: Partial<Chosen>) => void }

function Choices({ choices, chosen, tried, onChange }: ChoicesProps) {
  const t = useT();
  const me = useSession().person.id;
  const board = choices.boards.find((each) => each.board.id === chosen.boardId);
  const referrers = choices.referrers.filter((each) => each.institutionId === chosen.originInstitutionId);
  const self = referrers.some((each) => each.person.id === me);
  const needed = (value: unknown) => (tried && !value ? t('intake.chooseOne') : null);
  useEffect(() => {
    const [only] = board?.tumorTypes ?? [];
    if (board && only && board.tumorTypes.length === 1 && chosen.tumorType !== only.code) onChange({ ...chosen, tumorType: only.code });
    else if (self && chosen.referrerId === undefined) onChange({ ...chosen, referrerId: me });
  }, [board, self]);
  const common = { allowDeselect: false, required: true, withAsterisk: false } as const;
  return (
    <div className={styles.choices}>
      <Select {...common} id={choiceId('boardId')} label={t('cases.boardOf')} data={choices.boards.map((each) => ({ value: each.board.id, label: each.board.name }))} value={chosen.boardId ?? null} error={needed(chosen.boardId)} onChange={(boardId) => onChange({ ...chosen, boardId: boardId ?? undefined, tumorType: undefined })} />
      <Select {...common} id={choiceId('tumorType')} label={t('cases.tumorType')} data={(board?.tumorTypes ?? []).map((each) => ({ value: each.code, label: t(`lists.tumorType.${each.code}`) }))} disabled={!board} value={chosen.tumorType ?? null} error={needed(chosen.tumorType)} onChange={(tumorType) => onChange({ ...chosen, tumorType: tumorType ?? undefined })} />
      <Select {...common} label={t('cases.urgency')} data={(['routine', 'urgent', 'emergency'] as const).map((code) => ({ value: code, label: t(`lists.urgency.${code}`) }))} value={chosen.urgency ?? null} onChange={(urgency) => onChange({ ...chosen, urgency: urgency === 'emergency' || urgency === 'urgent' ? urgency : 'routine' })} />
      <Select {...common} id={choiceId('originInstitutionId')} label={t('cases.origin')} data={choices.origins.map((each) => ({ value: each.id, label: each.name }))} value={chosen.originInstitutionId ?? null} error={needed(chosen.originInstitutionId)} onChange={(id) => onChange({ ...chosen, originInstitutionId: id ?? undefined, referrerId: undefined })} />
      <Select label={t(self ? 'cases.referrer' : 'intake.onBehalf')} data={referrers.map((each) => ({ value: each.person.id, label: each.person.name }))} value={chosen.referrerId ?? null} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} placeholder={t('intake.noReferrer')} onChange={(referrerId) => onChange({ ...chosen, referrerId })} />
    </div>
  );
}
