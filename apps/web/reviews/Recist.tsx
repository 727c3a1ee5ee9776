import type { RecistDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Review.module.css';

/** What the target lesions' sums say, why, and whether the form says something else. */
export function Recist({ recist, stated }: { recist: RecistDto; stated: string | null }) {
  const t = useT();
  const { baselineSum, smallestSum, fromBaselinePercent, fromSmallestPercent, fromSmallestMm } = recist;
  const differs = stated !== null && stated !== recist.response;
  const signed = (value: number | null) => (value === null ? '–' : value > 0 ? `+${String(value)}` : String(value).replace('-', '−'));
  return (
    <div className={styles.recist} data-differs={differs}>
      <h2><StatusShape status={differs ? 'dueSoon' : 'onTime'} /> <T k="reviews.recist.title" values={{ response: t(`lists.response.${recist.response}`) }} /></h2>
      <p><T k={`reviews.recist.because.${recist.because}`} /></p>
      <p className="quiet small">
        <T k="reviews.recist.sums" values={{ now: recist.nowSum }} />
        {baselineSum !== null && <>; <T k="reviews.recist.baseline" values={{ sum: baselineSum, percent: signed(fromBaselinePercent) }} /></>}
        {smallestSum !== null && <>; <T k={fromSmallestPercent === null ? 'reviews.recist.smallestMm' : 'reviews.recist.smallest'} values={{ sum: smallestSum, mm: signed(fromSmallestMm), percent: signed(fromSmallestPercent) }} /></>}
      </p>
      {recist.doubts.map((doubt) => <p key={doubt}><T k={`reviews.recist.doubt.${doubt}`} /></p>)}
      {differs && <p><strong><T k="reviews.recist.differs" values={{ stated: t(`lists.response.${stated}`) }} /></strong></p>}
    </div>
  );
}
