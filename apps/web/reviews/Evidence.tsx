import { Tabs } from '@mantine/core';
import type { ReviewViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { FormAnswers } from '../intake/FormAnswers.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { DocumentShelf } from './DocumentShelf.js';
import { OtherOpinions } from './OtherOpinions.js';
import { answersIn } from './reading.js';
import styles from './Review.module.css';
import { TreatmentsOf } from '../preparation/TreatmentsOf.js';

/** What a review reads first of the papers. */
const firstKinds: Readonly<Partial<Record<string, string>>> = { imagingReview: 'imagingReport', pathologyReview: 'pathologyReport', secondPathologyReview: 'pathologyReport' };

/** All that the review rests on: the question, what was done before, what others signed, the referral, the papers. `opened`: the paper that matters most is open already. */
export function Evidence({ view, opened }: { view: ReviewViewDto; opened: boolean }) {
  const t = useT();
  const [any] = view.documents;
  const first = opened ? (view.documents.find(({ kind }) => kind === firstKinds[view.task.kind]) ?? any)?.id ?? null : null;
  return (
    <section className={styles.evidence} aria-label={t('reviews.evidence')}>
      <Tabs defaultValue={first === null ? 'overview' : 'documents'} keepMounted variant="default" classNames={{ list: styles.tabs }}>
        <Tabs.List aria-label={t('reviews.evidence')}>
          <Tabs.Tab value="overview">{t('reviews.overview')}</Tabs.Tab>
          <Tabs.Tab value="referral">{t('reviews.referral')}</Tabs.Tab>
          <Tabs.Tab value="documents">{t('cases.documents')} <span className="quiet">{view.documents.length}</span></Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview"><Overview view={view} /></Tabs.Panel>
        <Tabs.Panel value="referral"><div className={styles.part}><FormAnswers definition={view.referralForm} answers={answersIn(view.referralAnswers)} /></div></Tabs.Panel>
        <Tabs.Panel value="documents"><div className={styles.part}><DocumentShelf documents={view.documents} first={first} /></div></Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Overview({ view }: { view: ReviewViewDto }) {
  const t = useT();
  return (
    <>
      {view.asked && (
        <section className={styles.part} aria-labelledby="evidence-asked">
          <h2 id="evidence-asked"><T k="reviews.asked" values={{ discipline: t(`lists.discipline.${view.asked.discipline}`) }} /></h2>
          <p className={styles.question} dir="auto" lang={view.asked.question?.language ?? undefined}>{view.asked.question?.text ?? t('common.notRecorded')}</p>
          <p className="quiet small">{view.asked.askedBy && <><bdi>{view.asked.askedBy.name}</bdi>, </>}<IsoTime at={view.asked.askedAt} /></p>
        </section>
      )}
      <section className={styles.part} aria-labelledby="evidence-question">
        <h2 id="evidence-question">{t('cases.question')}</h2>
        <p className={styles.question} dir="auto" lang={view.question?.language ?? undefined}>{view.question?.text ?? t('common.notRecorded')}</p>
        <p className="quiet small">{view.referrer && <><bdi>{view.referrer.name}</bdi>, </>}<bdi>{view.origin.name}</bdi></p>
      </section>
      <section className={styles.part} aria-labelledby="evidence-treatments">
        <h2 id="evidence-treatments">{t('reviews.treatments')}</h2>
        <TreatmentsOf caseId={view.caseId} />
      </section>
      <section className={styles.part} aria-labelledby="evidence-opinions">
        <h2 id="evidence-opinions">{t('reviews.otherOpinions')}</h2>
        <OtherOpinions caseId={view.caseId} opinions={view.opinions} opened={view.asksDiscordance} />
      </section>
      {view.material.length > 0 && (
        <section className={styles.part} aria-labelledby="evidence-material">
          <h2 id="evidence-material">{t('reviews.materialAsked')}</h2>
          <ul className={styles.opinions}>
            {view.material.map((each) => (
              <li key={each.taskId} className={styles.opinionHead}>
                <div>{each.items.map((item, i) => <span key={item}>{i > 0 && ', '}<T k={`reviews.material.${item}`} /></span>)}{each.note?.text && <div className="quiet" dir="auto">{each.note.text}</div>}<div className="quiet small"><IsoTime at={each.askedAt} /></div></div>
                {each.suppliedAt ? <StatusChip status="done" wordKey="reviews.supplied" /> : <StatusChip status={each.pausesClock ? 'onHold' : 'waiting'} wordKey="reviews.awaited" />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
