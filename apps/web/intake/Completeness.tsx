import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CompletenessItemDto, PreparationDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { FormDefinition } from '../kit/form/definition.js';
import { inputId } from '../kit/form/words.js';
import { Card } from '../kit/Card.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Status } from '../kit/status.js';
import { useItemWords } from '../cases/blocker-words.js';
import { allows } from '../cases/acts.js';
import { RequestDialog } from '../preparation/RequestDialog.js';
import { RequestLine } from '../preparation/RequestLine.js';
import { requestFor } from '../preparation/reading.js';
import { missingOf } from './standing.js';
import styles from './Intake.module.css';

const shapes: Record<CompletenessItemDto['state'], Status> = { given: 'done', notKnown: 'onTime', notApplicable: 'onTime', missing: 'waiting' };

interface Props { items: readonly CompletenessItemDto[]; form: FormDefinition; linked: boolean; /** Of whom things are asked, and whether one may ask; without it the list is read only. */ preparation?: PreparationDto; caseId?: string }

/** The minimum data set item by item, as it stands while one types. What is missing comes first in its domain and leads to its field, and says of whom it is asked. */
export function Completeness({ items, form, linked, preparation, caseId }: Props) {
  const [wanted, setWanted] = useState<CompletenessItemDto | null>(null);
  const asks = preparation !== undefined && caseId !== undefined && allows(preparation.may, 'requestItem');
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
              <li key={item.id} className={styles.itemOfDomain}>
                <div className={styles.item} data-missing={item.state === 'missing' || undefined}>
                <StatusShape status={item.asked && item.state === 'missing' ? 'dueSoon' : shapes[item.state]} size={12} />
                {linked && item.state === 'missing' ? <a href={`#${inputId(form.id, item.id)}`} onClick={(event) => { event.preventDefault(); jumpTo(inputId(form.id, item.id)); }}>{words(item.id)}</a> : <span>{words(item.id)}</span>}
                <span className={styles.itemState}><T k={item.asked && item.state === 'missing' ? 'intake.asked' : `intake.itemState.${item.state}`} /></span>
                {asks && item.state === 'missing' && !item.asked && <Button size="compact-xs" variant="default" onClick={() => setWanted(item)}>{t('intake.askFor')}<span className="visually-hidden">: {words(item.id)}</span></Button>}
                </div>
                <Asked items={preparation?.requests ?? []} id={item.id} name={words(item.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {wanted && preparation && caseId !== undefined && <RequestDialog caseId={caseId} preparation={preparation} wanted={{ item: wanted.id, required: wanted.required }} onClose={() => setWanted(null)} />}
    </Card>
  );
}

function Asked({ items, id, name }: { items: PreparationDto['requests']; id: string; name: string }) {
  const request = requestFor(items, id);
  return request ? <RequestLine request={request} name={name} /> : null;
}

function jumpTo(id: string): void {
  const input = document.getElementById(id);
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}
