import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../api/session.js';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import { TaskActions } from '../cases/TaskActions.js';
import { TaskReasonDialog } from '../cases/TaskReasonDialog.js';
import { useCase, useTaskCandidates } from '../cases/reading.js';
import type { CaseViewDto, OpinionDto, OpinionViewDto, TaskViewDto } from '../generated/types.gen.js';
import { useNextTask } from '../inbox/next-task.js';
import { useT } from '../i18n/useT.js';
import { FormAnswers } from '../intake/FormAnswers.js';
import { Card } from '../kit/Card.js';
import { isShown, type Answers, type FormDefinition } from '../kit/form/definition.js';
import formStyles from '../kit/form/Form.module.css';
import { useFormWords } from '../kit/form/words.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { IsoTime } from '../kit/IsoTime.js';
import { Page } from '../kit/Page.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { answersIn, inForce, reviewQueries, useOpinion } from './reading.js';
import styles from './Review.module.css';

/** Two readings that differ in a major way, side by side, and how it was settled. */
export function Component() {
  const { caseId = '', taskId = '' } = useParams();
  const t = useT();
  const query = useCase(caseId);
  const task = useTaskCandidates(caseId, taskId, true);
  const error = query.error ?? task.error;
  if (query.data && task.data) return <Discordance view={query.data} asked={task.data} />;
  return <Page title={t('reviews.discordanceScreen')}>{error ? <ProblemView problem={problemOf(error)} onNext={() => { void query.refetch(); void task.refetch(); }} /> : <TextSkeleton lines={8} />}</Page>;
}

function Discordance({ view, asked }: { view: CaseViewDto; asked: TaskViewDto }) {
  const t = useT();
  const { patient } = view;
  const opinions = inForce(view.opinions);
  const second = opinions.find((opinion) => opinion.id === asked.task.about['opinionId']) ?? opinions.find((opinion) => opinion.kind === 'secondPathology');
  const first = opinions.find((opinion) => opinion.kind === 'pathology');
  return (
    <Page title={`${t('reviews.discordanceScreen')}, ${view.number}`} heading={<span className={styles.heading}>{t('reviews.discordanceScreen')}<small><Link to={`/cases/${view.id}`}><bdi dir="ltr">{view.number}</bdi></Link></small></span>}
      banner={patient ? <PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }} /> : undefined}>
      <div className={styles.readings}>
        {first && second && <Readings caseId={view.id} first={first} second={second} />}
        <Consensus view={view} asked={asked} />
        <Third view={view} asked={asked} />
        <Settle view={view} asked={asked} />
      </div>
    </Page>
  );
}

function Readings({ caseId, first, second }: { caseId: string; first: OpinionDto; second: OpinionDto }) {
  const one = useOpinion(caseId, first.id);
  const other = useOpinion(caseId, second.id);
  if (!one.data || !other.data) return <TextSkeleton lines={10} />;
  return (
    <>
      <Differences one={one.data} other={other.data} />
      <div className={styles.two}><Reading view={one.data} /><Reading view={other.data} /></div>
    </>
  );
}

/** Fields that both forms have and that are answered differently. */
function differing(definition: FormDefinition, a: Answers, b: Answers) {
  return definition.sections.flatMap((section) => section.fields).filter((field) => isShown(field, a) && a[field.id] !== undefined && b[field.id] !== undefined && field.kind !== 'longText' && JSON.stringify(a[field.id]) !== JSON.stringify(b[field.id]));
}

function Differences({ one, other }: { one: OpinionViewDto; other: OpinionViewDto }) {
  const t = useT();
  const words = useFormWords(one.form.id);
  const fields = differing(one.form, answersIn(one.answers), answersIn(other.answers));
  return <p>{fields.length === 0 ? t('reviews.noDifference') : <>{t('reviews.differIn')} {fields.map((field, i) => <span key={field.id}>{i > 0 && ', '}<strong>{words.label(field)}</strong></span>)}</>}</p>;
}

function Reading({ view }: { view: OpinionViewDto }) {
  const t = useT();
  const { opinion } = view;
  return (
    <Card title={t(`cases.opinionKind.${opinion.kind}`)} count={opinion.discordance === null ? undefined : t(`lists.discordanceGrade.${opinion.discordance}`)}>
      <p className={`quiet small ${styles.reader}`}><bdi>{opinion.signedBy.name}</bdi>, <bdi>{opinion.institution.name}</bdi>, <IsoTime at={opinion.signedAt} /></p>
      <FormAnswers definition={view.form} answers={answersIn(view.answers)} />
    </Card>
  );
}

/** A third opinion: asked for here, and given here by who was asked. */
function Third({ view, asked }: { view: CaseViewDto; asked: TaskViewDto }) {
  const t = useT();
  const third = view.tasks.find((task) => task.kind === 'thirdOpinion' && task.closedAt === null);
  const asks = allows(asked.task.may, 'askThirdOpinion');
  const [dialog, setDialog] = useState(false);
  if (!third && !asks) return null;
  return (
    <Card title={t('reviews.thirdTitle')}>
      {third ? <div className={styles.third}><p>{t('reviews.thirdAsked')} <bdi>{third.owner?.name ?? third.pool.institution.name}</bdi></p><TaskActions task={third} /></div> : <Button variant="default" onClick={() => setDialog(true)}>{t('cases.taskActs.askThirdOpinion.verb')}</Button>}
      {dialog && <TaskReasonDialog task={asked.task} act="askThirdOpinion" onClose={() => setDialog(false)} />}
    </Card>
  );
}

/** What one of the two wrote down, and whose word is still missing. */
function Consensus({ view, asked: { task, consensus } }: { view: CaseViewDto; asked: TaskViewDto }) {
  const t = useT();
  const goOn = useNextTask();
  const { person } = useSession();
  const command = useCommand<object>({ path: `/api/cases/${view.id}/tasks/${task.id}/confirm-consensus`, key: `confirm-consensus:${task.id}`, invalidates: reviewQueries });
  if (consensus === null) return null;
  const mine = person.id === consensus.confirmBy.id;
  const confirm = async () => {
    if (await command.run({ textId: consensus.textId, seenVersion: task.version }) !== undefined) await goOn(task.id, t('reviews.settled', { number: view.number }));
  };
  return (
    <Card title={t('reviews.consensus')}>
      <div className={styles.settle}>
        <p className={styles.agreed} dir="auto">{consensus.text}</p>
        <p className="quiet small">{t('reviews.consensusBy')} <bdi>{consensus.by.name}</bdi>, <IsoTime at={consensus.at} /></p>
        <p>{mine ? t('reviews.consensusYours') : <>{t('reviews.consensusAwaits')} <bdi>{consensus.confirmBy.name}</bdi></>}</p>
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void confirm()} />}
        {mine && <div><Button loading={command.sending} onClick={() => void confirm()}>{t('reviews.confirmConsensus')}</Button></div>}
      </div>
    </Card>
  );
}

const ways = ['consensus', 'thirdOpinion'] as const;

/** How it was settled, in words, signed with a fresh sign-in. */
function Settle({ view, asked }: { view: CaseViewDto; asked: TaskViewDto }) {
  const t = useT();
  const goOn = useNextTask();
  const { task } = asked;
  const [how, setHow] = useState<(typeof ways)[number] | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: `/api/cases/${view.id}/tasks/${task.id}/resolve-discordance`, key: `resolve-discordance:${task.id}`, invalidates: reviewQueries });
  const may = task.may.find((each) => each.action === 'resolveDiscordance');
  const send = async () => {
    setTried(true);
    if (how === null || note.trim() === '') return;
    if (await command.run({ how, note: note.trim(), seenVersion: task.version }) !== undefined) await goOn(task.id, t(how === 'consensus' ? 'reviews.consensusRecorded' : 'reviews.settled', { number: view.number }));
  };
  if (task.status === 'completed' || task.status === 'failed') return <p className="quiet">{t('reviews.settledAlready')}</p>;
  return (
    <Card title={t(asked.consensus === null ? 'reviews.settle' : 'reviews.settleOtherwise')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }} className={styles.settle}>
        <div role="radiogroup" aria-label={t('reviews.settle')} className={formStyles.choices}>
          {ways.map((way) => <label key={way} className={formStyles.choice}><input type="radio" name="how" checked={how === way} onChange={() => setHow(way)} /><span>{t(`cases.discordanceHow.${way}`)}</span></label>)}
        </div>
        {tried && how === null && <span className={formStyles.error}>{t('reviews.chooseHow')}</span>}
        <Textarea label={t('reviews.settleNote')} autosize minRows={3} dir="auto" value={note} onChange={(event) => setNote(event.currentTarget.value)} error={tried && note.trim() === '' ? t('common.reasonNeeded') : null} />
        {command.problem && <ProblemView problem={command.problem} takeFocus onNext={() => void send()} />}
        {may && !may.allowed && may.because === 'ACCESS.NOT_ALLOWED' ? <p className="quiet">{may.sentence}</p> : <div><Button type="submit" variant={asked.consensus === null ? 'filled' : 'default'} loading={command.sending}>{t('cases.taskActs.resolveDiscordance.verb')}</Button></div>}
      </form>
      {!allows(task.may, 'resolveDiscordance') && may?.because !== 'ACCESS.NOT_ALLOWED' && may?.sentence !== undefined && <p className="quiet small">{may.sentence}</p>}
    </Card>
  );
}
