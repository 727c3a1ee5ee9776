import type { OutcomeDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoDate, IsoTime } from '../kit/IsoTime.js';
import { textOf } from './reading.js';
import styles from './Outcome.module.css';

/** The outcome as it is signed: what is recommended in large type, on what grounds, under which conditions, by whom, and who said otherwise. */
export function OutcomeText({ outcome }: { outcome: OutcomeDto }) {
  const t = useT();
  const words = (key: string, field: keyof OutcomeDto['texts'], large?: boolean) => {
    const found = textOf(outcome, field);
    return found && <div className={styles.words}><h3>{t(key)}</h3><p className={large ? styles.large : undefined} dir="auto" lang={found.language ?? undefined}>{found.text}</p></div>;
  };
  const fact = (key: string, value: React.ReactNode) => <div><dt>{t(key)}</dt><dd>{value}</dd></div>;
  return (
    <Card title={<T k={outcome.kind === 'recommendation' ? 'recommendations.whatIsAdvised' : `lists.outcomeKind.${outcome.kind}`} />} actions={<span className="quiet small"><IsoTime at={outcome.at} show="full" /></span>}>
      <div className={styles.text}>
        {words('recommendations.proposal', 'proposal', true)}
        <dl className={styles.facts}>
          {outcome.intent && fact('recommendations.intent', <T k={`lists.intent.${outcome.intent}`} />)}
          {outcome.modalities.length > 0 && fact('recommendations.modality', outcome.modalities.map((code, i) => <span key={code}>{i > 0 && ', '}<T k={`lists.modality.${code}`} /></span>))}
          {outcome.laterality !== null && fact('recommendations.side', <strong><T k={`lists.laterality.${outcome.laterality}`} /></strong>)}
          {outcome.guideline && fact('recommendations.guideline', <bdi>{outcome.guideline.code}, {outcome.guideline.edition}</bdi>)}
          {outcome.offGuideline && fact('recommendations.guideline', <T k="recommendations.offGuideline" />)}
          {outcome.responsible && fact('recommendations.responsible', <bdi>{outcome.responsible.name}</bdi>)}
          {outcome.dueDate && fact('recommendations.by', <IsoDate date={outcome.dueDate} />)}
          {outcome.feasibleAtOrigin && fact('meetings.composer.feasibleAtOrigin', <T k={`lists.feasible.${outcome.feasibleAtOrigin}`} />)}
          {outcome.advisesTransferTo && fact('recommendations.advisesTransferTo', <bdi>{outcome.advisesTransferTo.name}</bdi>)}
          {fact('recommendations.chair', <bdi>{outcome.chair.name}</bdi>)}
        </dl>
        {outcome.options.length > 0 && <div className={styles.words}><h3>{t('meetings.composer.options')}</h3><ul className={styles.participants}>{outcome.options.map((one, i) => <li key={i}><Said text={one.option} strong />{one.favours?.text && <div><span className="quiet">{t('meetings.composer.favours')}:</span> <Said text={one.favours} /></div>}{one.against?.text && <div><span className="quiet">{t('meetings.composer.against')}:</span> <Said text={one.against} /></div>}</li>)}</ul></div>}
        {words('recommendations.rationale', 'rationale')}
        {words('recommendations.offGuidelineReason', 'offGuidelineReason')}
        {words('recommendations.conditions', 'conditions')}
        {words('recommendations.alternative', 'alternative')}
        {outcome.pendingResults.length > 0 && <div className={styles.words}><h3>{t('meetings.composer.pendingResults')}</h3><ul className={styles.participants}>{outcome.pendingResults.map((one, i) => <li key={i}><Said text={one.what} strong /> <span className="quiet"><bdi>{one.owner.name}</bdi>, <IsoDate date={one.dueDate} /></span><div><span className="quiet">{t('meetings.composer.wouldChange')}:</span> <Said text={one.wouldChange} /></div></li>)}</ul></div>}
        {words('recommendations.note', 'note')}
        <Voices title="recommendations.dissents" voices={outcome.dissents} />
        <Voices title="recommendations.abstentions" voices={outcome.abstentions} />
        <div className={styles.words}>
          <h3>{t('recommendations.participants')}</h3>
          <ul className={styles.participants}>{outcome.participants.map(({ person, discipline, institution }) => <li key={person.id}><bdi>{person.name}</bdi> <span className="quiet"><T k={`lists.discipline.${discipline}`} />, <bdi>{institution.name}</bdi></span></li>)}</ul>
        </div>
        <div className={styles.words}><h3>{t('recommendations.hash')}</h3><p className="small"><code dir="ltr" className={styles.hash}>{outcome.textHash}</code></p><p className="quiet small">{t('recommendations.hashWhat')}</p></div>
      </div>
    </Card>
  );
}

function Voices({ title, voices }: { title: string; voices: OutcomeDto['dissents'] }) {
  const t = useT();
  if (voices.length === 0) return null;
  return (
    <div className={styles.voices}>
      <h3>{t(title)}</h3>
      <ul>{voices.map(({ person, reason }) => <li key={person.id}><strong><bdi>{person.name}</bdi></strong>{reason?.text && <>: <span dir="auto" lang={reason.language ?? undefined}>{reason.text}</span></>}</li>)}</ul>
    </div>
  );
}

/** Somebody's words, in their language. */
function Said({ text, strong }: { text: OutcomeDto['options'][number]['option']; strong?: boolean }) {
  if (!text?.text) return null;
  const words = <span dir="auto" lang={text.language ?? undefined}>{text.text}</span>;
  return strong ? <strong>{words}</strong> : words;
}
