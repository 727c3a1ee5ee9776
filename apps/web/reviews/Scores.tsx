import { has } from '#locales';
import type { ScoreDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Review.module.css';
import { listWords } from '../kit/intl.js';

/** Scores with what they were made of; where one was not computed, why. */
export function Scores({ scores, short }: { scores: readonly ScoreDto[]; short?: boolean }) {
  // What is only stated stands in the form itself; in short it is told with the others.
  const shown = scores.filter(({ code, value }) => (short ? value !== null : code !== 'ecog'));
  if (shown.length === 0) return null;
  return <ul className={styles.scores}>{shown.map((score, i) => <li key={`${score.code}-${i}`} data-none={score.value === null || undefined}><Score score={score} short={short ?? false} /></li>)}</ul>;
}

function Score({ score, short }: { score: ScoreDto; short: boolean }) {
  const t = useT();
  const words = useScoreWords();
  const { code, value, because, missing, used, advice, source } = score;
  return (
    <>
      <div className={styles.scoreHead}>
        {!short && <StatusShape status={value === null ? 'waiting' : 'onTime'} size={12} />}
        <span>{t(`scores.title.${code}`)}</span> <strong>{value === null ? t('scores.notComputed') : <bdi>{words.value(code, value)}</bdi>}</strong>
        {advice !== null && <span>{t(`scores.advice.${advice}`)}</span>}
      </div>
      {!short && <p className="quiet small">{t(`scores.because.${because}`, { missing: words.list(missing.map((what) => t(`scores.what.${what}`))) })} {t(`scores.source.${source}`)}</p>}
      {!short && used.length > 0 && (
        <p className="quiet small">
          {/* Each whole, or the letters of T, N and M run together from left to right in Hebrew. */}
          {used.map(({ what, value: said, from }, i) => (
            <span key={`${what}-${i}`}>{i > 0 && '; '}<bdi>{t(`scores.what.${what}`)}: <bdi>{words.used(what, said)}</bdi>{from !== null && <> (<T k={words.fromKey(from)} />)</>}</bdi></span>
          ))}
        </p>
      )}
    </>
  );
}

// In which list the codes that a score uses have their words.
const lists: Readonly<Record<string, string>> = { grade: 'grade', site: 'stagingSite', upperGiSite: 'upperGiSite', compartment: 'compartment', lungs: 'lesions', otherBones: 'lesions', mirelsSite: 'mirelsSite', mirelsPain: 'mirelsPain', mirelsLesion: 'mirelsLesion', mirelsSize: 'mirelsSize' };

function useScoreWords() {
  const t = useT();
  const lang = useLanguage();
  const coded = (list: string | undefined, code: string) => (list !== undefined && has('en', `lists.${list}.${code}`) ? t(`lists.${list}.${code}`) : code);
  return {
    list: (words: readonly string[]) => listWords(lang, words),
    value: (code: string, value: string) => (code === 'ecog' ? coded('ecog', value) : code === 'msts' ? t('scores.of', { value, most: 30 }) : code === 'mirels' ? t('scores.of', { value, most: 12 }) : value),
    used: (what: string, value: string) => (what === 'necrosis' ? `${value} %` : coded(lists[what], value)),
    fromKey: (from: string) => (from === 'referral' ? 'reviews.referral' : has('en', `cases.opinionKind.${from}`) ? `cases.opinionKind.${from}` : `cases.opinionBy.${from}`),
  };
}
