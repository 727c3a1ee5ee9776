import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useCase } from '../cases/reading.js';
import type { AgendaItemDto, OpinionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { Answers, FormDefinition, FormField } from '../kit/form/definition.js';
import { useFormWords } from '../kit/form/words.js';
import { allergiesOf, nameOf } from '../kit/from-api.js';
import { PatientBanner } from '../kit/PatientBanner.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { TreatmentsOf } from '../preparation/TreatmentsOf.js';
import { StatusChip } from '../kit/StatusChip.js';
import { opinionName } from '../reviews/opinion-name.js';
import { OtherOpinions } from '../reviews/OtherOpinions.js';
import { answersIn, inForce, useOpinion } from '../reviews/reading.js';
import { Scores } from '../reviews/Scores.js';
import { useAnswerWords } from '../reviews/useAnswerWords.js';
import { StatusShape } from '../kit/StatusShape.js';
import { MissingWord } from './AgendaList.js';
import { differingCodes } from './differing.js';
import styles from './Meeting.module.css';

/** The case that is being heard, in large type: what is asked, what the reviewers say, what was done before. */
export function CaseInTheMiddle({ item, presenting }: { item: AgendaItemDto; /** On the second screen: larger, nothing to press but documents. */ presenting?: boolean }) {
  const t = useT();
  const { id } = item.case;
  const query = useCase(id);
  const view = query.data;
  if (!view) return query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <TextSkeleton lines={10} />;
  const { patient } = view;
  const opinions = kinds.flatMap((kind) => inForce(view.opinions).filter((opinion) => opinion.kind === kind));
  const differing = differingCodes(opinions);
  const documents = view.documents.filter((document) => document.removedAt === null);
  return (
    <div className={styles.middle} data-presenting={presenting || undefined}>
      {patient && <div className={styles.banner}><PatientBanner patient={{ name: nameOf(patient.names), birth: patient.born === null ? null : { date: patient.born }, sex: patient.sex, identifier: patient.identifier, allergies: allergiesOf(patient.allergies) }} /></div>}
      <div className={styles.subject}>
        {presenting ? <bdi dir="ltr">{view.number}</bdi> : <Link to={`/cases/${id}`}><bdi dir="ltr">{view.number}</bdi></Link>}
        <span><T k={`lists.tumorType.${view.tumorType}`} /></span>
        {view.laterality !== null && view.laterality !== 'notApplicable' && <strong><T k={`lists.laterality.${view.laterality}`} /></strong>}
        <span><T k={`lists.urgency.${view.urgency}`} /></span>
        <bdi>{view.origin.name}</bdi>
        {view.round > 1 && <span><T k="cases.round" values={{ number: view.round }} /></span>}
      </div>
      {item.missing.length > 0 && item.outcome === null && <p className={styles.missing}>{t('meetings.missing')} {item.missing.map((code, i) => <span key={code}>{i > 0 && ', '}<MissingWord code={code} owed={item.owed} /></span>)}</p>}
      <section aria-labelledby="heard-question">
        <h2 id="heard-question">{t('cases.question')}</h2>
        <p className={styles.question} dir="auto" lang={view.question?.language ?? undefined}>{view.question?.text ?? t('common.notRecorded')}</p>
      </section>
      <section aria-labelledby="heard-opinions">
        <h2 id="heard-opinions">{t('cases.opinions')}</h2>
        {opinions.length === 0 ? <p className="quiet">{t('reviews.noOpinions')}</p> : <div className={styles.gist}>{opinions.map((opinion) => <Gist key={opinion.id} caseId={id} opinion={opinion} differing={differing} />)}</div>}
      </section>
      <section aria-labelledby="heard-treatments">
        <h2 id="heard-treatments">{t('reviews.treatments')}</h2>
        <TreatmentsOf caseId={id} />
      </section>
      {presenting && documents.length > 0 && <section aria-labelledby="heard-documents"><h2 id="heard-documents">{t('cases.documents')}</h2><ul className={styles.documents}>{documents.map((document) => <li key={document.id}><a href={document.href} target="_blank" rel="noreferrer"><bdi>{document.name}</bdi></a> <span className="quiet"><T k={`lists.documentKind.${document.kind}`} /></span></li>)}</ul></section>}
      {!presenting && opinions.length > 0 && <details className={styles.whole}><summary>{t('meetings.wholeOpinions')}</summary><OtherOpinions caseId={id} opinions={view.opinions} /></details>}
    </div>
  );
}

const kinds: readonly OpinionDto['kind'][] = ['pathology', 'secondPathology', 'imaging', 'opinion'];

/** What the board's definition says is read out of an opinion, the comparison of a second reading first; a form that says nothing, what it requires. */
function readOut(form: FormDefinition): readonly FormField[] {
  const sections = [...form.sections].sort((one, other) => Number(other.id === 'comparison') - Number(one.id === 'comparison'));
  const fields = sections.flatMap((section): readonly FormField[] => section.fields).filter(({ id }) => !axes.includes(id));
  const marked = fields.filter(({ readOut: isRead }) => isRead === true);
  return marked.length > 0 ? marked : fields.filter(({ required, kind }) => required === true && kind !== 'rows');
}

/** An opinion in a few lines. */
function Gist({ caseId, opinion, differing }: { caseId: string; opinion: OpinionDto; differing: ReadonlySet<string> }) {
  const t = useT();
  const query = useOpinion(caseId, opinion.id);
  const form = query.data?.form;
  const answers = query.data ? answersIn(query.data.answers) : {};
  const words = useFormWords(form?.id ?? '');
  const say = useAnswerWords(form?.id ?? '');
  const lines = (form ? readOut(form) : []).flatMap((field) => {
    const answer = answers[field.id];
    if (answer?.state !== 'given' || answer.value === '') return [];
    const { value } = answer;
    const said = Array.isArray(value) ? value.filter((code) => typeof code === 'string').map((code) => say(field, code)).join(', ') : String(typeof value === 'object' ? '' : say(field, String(value)));
    return [{ field, said }];
  });
  const size = sizeOf(answers);
  return (
    <article className={styles.gistCard}>
      <h3><T k={opinionName(opinion)} /> <span className="quiet small"><bdi>{opinion.signedBy.name}</bdi></span></h3>
      {opinion.discordance !== null && opinion.discordance !== 'none' && <StatusChip status={opinion.discordance === 'minor' ? 'dueSoon' : 'overdue'} label={t('reviews.discordance')} wordKey={`lists.discordanceGrade.${opinion.discordance}`} />}
      {query.isPending ? <TextSkeleton lines={3} /> : <dl>{size !== null && <div data-wide><dt>{t('meetings.size')}</dt><dd className="nowrap"><bdi dir="ltr">{size}</bdi> <T k="lists.unit.mm" /></dd></div>}{lines.map(({ field, said }) => <div key={field.id} data-wide={field.kind === 'longText' || undefined}><dt>{words.label(field)}</dt><dd data-differs={differing.has(field.id) || undefined}>{differing.has(field.id) && <StatusShape status="dueSoon" size={11} />} <bdi>{said}</bdi>{differing.has(field.id) && <span className={styles.differs}>{t('meetings.differs')}</span>}</dd></div>)}</dl>}
      <Scores scores={query.data?.scores ?? []} short />
    </article>
  );
}

/** Three axes as one says them: "112 × 74 × 68". */
const axes: readonly string[] = ['sizeCraniocaudal', 'sizeTransverse', 'sizeAnteroposterior'];
function sizeOf(answers: Answers): string | null {
  const given = axes.flatMap((id) => {
    const answer = answers[id];
    return answer?.state === 'given' && typeof answer.value === 'number' ? [answer.value] : [];
  });
  return given.length === 0 ? null : given.join(' × ');
}
