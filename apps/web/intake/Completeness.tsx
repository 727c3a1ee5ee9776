import type { CompletenessItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { inputId } from '../kit/form/words.js';
import { Card } from '../kit/Card.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Status } from '../kit/status.js';
import { useItemWords } from '../cases/blocker-words.js';
import { missingOf } from './standing.js';
import styles from './Intake.module.css';

const shapes: Record<CompletenessItemDto['state'], Status> = { given: 'done', notKnown: 'onTime', notApplicable: 'onTime', missing: 'waiting' };

/** The minimum data set item by item, as it stands while one types. What is missing comes first in its domain and leads to its field. */
export function Completeness({ items, form, linked }: { items: readonly CompletenessItemDto[]; form: FormDefinition; linked: boolean }) {
  const t = useT();
  const words = useItemWords(form);
  const required = items.filter((item) => item.required || item.asked);
  const missing = missingOf(items).length;
  const domains = [...new Set(required.map((item) => item.domain))];
  return (
    <Card title={t('intake.minimumData')} count={<span role="status">{missing === 0 ? t('intake.complete') : t('intake.missing', { count: missing })}</span>} flush>
      <div className={styles.meter} aria-hidden="true"><div style={{ inlineSize: `${required.length === 0 ? 100 : ((required.length - missing) / required.length) * 100}%` }} /></div>
      {domains.map((domain) => (
        <section key={domain} className={styles.domain} aria-label={t(`forms.sections.${domain}`)}>
          <h3><T k={`forms.sections.${domain}`} /></h3>
          <ul>
            {required.filter((item) => item.domain === domain).sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing')).map((item) => (
              <li key={item.id} className={styles.item} data-missing={item.state === 'missing' || undefined}>
                <StatusShape status={item.asked && item.state === 'missing' ? 'dueSoon' : shapes[item.state]} size={12} />
                {linked && item.state === 'missing' ? <a href={`#${inputId(form.id, item.id)}`} onClick={(event) => { event.preventDefault(); jumpTo(inputId(form.id, item.id)); }}>{words(item.id)}</a> : <span>{words(item.id)}</span>}
                <span className={styles.itemState}><T k={item.asked && item.state === 'missing' ? 'intake.asked' : `intake.itemState.${item.state}`} /></span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function jumpTo(id: string): void {
  const input = document.getElementById(id);
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}
