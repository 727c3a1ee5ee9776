import { has } from '#locales';
import type { ReviewViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { rowsOf, type Answers } from '../kit/form/definition.js';
import { IsoDate } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';
import { answersIn } from './reading.js';
import styles from './Review.module.css';

const said = (row: Answers, id: string): string | null => {
  const answer = row[id];
  return answer?.state === 'given' && typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
};
const key = (list: string, code: string) => (has('en', `lists.${list}.${code}`) ? `lists.${list}.${code}` : null);

/** What was done before, where and when, earliest first: one line a treatment, its paper marked as here or asked for. */
export function Treatments({ answers }: { answers: ReviewViewDto['referralAnswers'] }) {
  const t = useT();
  const answer = answersIn(answers)['priorTreatments'];
  const rows = [...rowsOf(answer)].sort((a, b) => (said(a, 'from') ?? '9').localeCompare(said(b, 'from') ?? '9'));
  if (rows.length === 0) return <p className="quiet">{answer && answer.state !== 'given' ? <><T k={`common.${answer.state}`} />: <bdi>{answer.reason}</bdi></> : t('reviews.noTreatments')}</p>;
  return (
    <ol className={styles.treatments}>
      {rows.map((row, i) => {
        const [from, to, kind, country, document] = ['from', 'to', 'kind', 'country', 'document'].map((id) => said(row, id));
        const kindKey = kind ? key('treatmentKind', kind) : null;
        const countryKey = country ? key('country', country) : null;
        return (
          <li key={i}>
            <span className={styles.when}>{from ? <IsoDate date={from} /> : t('common.notKnown')}{to && to !== from && <> – <IsoDate date={to} /></>}</span>
            <div>
              <strong>{kindKey ? <T k={kindKey} /> : kind}</strong>{said(row, 'regimen') && <>: <bdi>{said(row, 'regimen')}</bdi></>}
              <div className="quiet"><bdi>{said(row, 'institution')}</bdi>{said(row, 'institution') && countryKey && ', '}{countryKey && <T k={countryKey} />}</div>
              {said(row, 'result') && <div><bdi>{said(row, 'result')}</bdi></div>}
            </div>
            {document && <StatusChip status={document === 'present' ? 'done' : document === 'requested' ? 'waiting' : 'blocked'} wordKey={`reviews.paper.${document}`} />}
          </li>
        );
      })}
    </ol>
  );
}
