import { Button } from '@mantine/core';
import { useState } from 'react';
import { has } from '#locales';
import { allows } from '../cases/acts.js';
import type { PreparationDto, TreatmentDto, TreatmentSourceDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoDate } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { CountryLanes } from './CountryLanes.js';
import styles from './Preparation.module.css';
import { requestById } from './reading.js';
import { RequestDialog } from './RequestDialog.js';
import { RequestLine } from './RequestLine.js';
import { useTreatmentWords } from '../cases/task-words.js';

const key = (list: string, code: string) => (has('en', `lists.${list}.${code}`) ? `lists.${list}.${code}` : null);

interface Props { caseId: string; preparation: PreparationDto; /** Lanes and acts are left out where there is no room for them. */ plain?: boolean }

/** What was done before, where and when, earliest first: dates as they were told, each paper here, asked for, or to be asked for. */
export function TreatmentTimeline({ caseId, preparation, plain }: Props) {
  const t = useT();
  const [wanted, setWanted] = useState<TreatmentSourceDto | null>(null);
  const { treatments, treatmentsAnswer, requests, may } = preparation;
  if (treatments.length === 0) return <p className="quiet">{treatmentsAnswer ? <><T k={`common.${treatmentsAnswer.state}`} />: <bdi>{treatmentsAnswer.reason}</bdi></> : t('reviews.noTreatments')}</p>;
  const asks = !plain && allows(may, 'requestItem');
  return (
    <div className={styles.timeline}>
      {!plain && <CountryLanes treatments={treatments} />}
      <ol className={styles.treatments}>
        {treatments.map((treatment, i) => {
          const request = requestById(requests, treatment.requestId);
          return (
            <li key={i}>
              <When treatment={treatment} />
              <What treatment={treatment} />
              <div className={styles.paper}>
                {treatment.document && !(request && treatment.document !== 'present') && <StatusChip status={treatment.document === 'present' ? 'done' : treatment.document === 'requested' ? 'waiting' : 'blocked'} wordKey={`reviews.paper.${treatment.document}`} />}
                {asks && !request && treatment.document !== 'present' && <Button size="compact-xs" variant="default" onClick={() => setWanted(treatment.source)}>{t('intake.askFor')}<Whose treatment={treatment} /></Button>}
              </div>
              {request && <div className={styles.below}><RequestLine request={request} name={t('reviews.treatments')} /></div>}
            </li>
          );
        })}
      </ol>
      {wanted && <RequestDialog caseId={caseId} preparation={preparation} wanted={{ treatment: wanted }} onClose={() => setWanted(null)} />}
    </div>
  );
}

function Whose({ treatment }: { treatment: TreatmentDto }) {
  const words = useTreatmentWords();
  return <span className="visually-hidden">: {words(treatment.source)}</span>;
}

function When({ treatment: { from, to, orderKnown } }: { treatment: TreatmentDto }) {
  const t = useT();
  return (
    <span className={styles.when}>
      {from ? <IsoDate date={from} /> : t('common.notKnown')}{to && to !== from && <> – <IsoDate date={to} /></>}
      {!orderKnown && <span className={styles.order}>{t(from ? 'reviews.orderNotKnown' : 'reviews.undated')}</span>}
    </span>
  );
}

function What({ treatment: { source, institution, regimen, result } }: { treatment: TreatmentDto }) {
  const kind = key('treatmentKind', source.kind);
  const country = key('country', source.country);
  return (
    <div className={styles.what}>
      <strong className={styles.kind}>{kind ? <T k={kind} /> : source.kind}</strong>{regimen && <>: <bdi>{regimen}</bdi></>}
      <div className="quiet">{institution && <bdi>{institution}</bdi>}{institution && country && ', '}{country && <T k={country} />}</div>
      {result && <div><bdi>{result}</bdi></div>}
    </div>
  );
}
