import type { TransferDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { hueOf } from '../kit/status.js';
import { StatusShape } from '../kit/StatusShape.js';
import { stepsOf, type Step } from './way.js';
import styles from './Steps.module.css';

/** The request's four steps, and the journey's three, with who and when. */
export function Steps({ transfer }: { transfer: TransferDto }) {
  const t = useT();
  const { request, journey } = stepsOf(transfer);
  return (
    <div className={styles.strip} tabIndex={0} role="group" aria-label={t('transfers.steps')}>
      <Group title={t('transfers.request')} steps={request} answered={transfer.history.some(({ status }) => status === 'accepted' || status === 'refused')} />
      <Group title={t('transfers.journey')} steps={journey} answered />
    </div>
  );
}

function Group({ title, steps, answered }: { title: string; steps: readonly Step[]; answered: boolean }) {
  return (
    <section className={styles.group} style={{ '--steps': steps.length } as React.CSSProperties}>
      <h2 className={styles.title}>{title}</h2>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.code} className={styles.step} data-state={step.status} aria-current={step.current ? 'step' : undefined} style={{ '--hue': hueOf(step.status) } as React.CSSProperties}>
            <span className={styles.name}>
              <StatusShape status={step.status} size={13} />
              <T k={step.code === 'accepted' && !answered ? 'transfers.acceptedOrRefused' : `lists.transferStatus.${step.code}`} />
            </span>
            <span className={styles.when}>
              {step.event ? <><IsoTime at={step.event.at} />{step.event.by && <>, <bdi>{step.event.by.name}</bdi></>}</> : <T k={step.current ? 'transfers.next' : 'transfers.notYet'} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
