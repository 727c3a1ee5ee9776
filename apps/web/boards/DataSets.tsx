import { Checkbox } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useItemWords } from '../cases/blocker-words.js';
import { Card } from '../kit/Card.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';
import { withRequired, type TumorType } from './definition.js';

/** What a case of each tumor type must bring, domain by domain; required items are marked, or ticked. */
export function DataSets(props: PartProps) {
  const t = useT();
  return (
    <Card title={t('admin.board.dataSets')} count={props.definition.tumorTypes.length}>
      <div className={styles.part}>{props.definition.tumorTypes.map((type) => <Type key={type.code} type={type} {...props} />)}</div>
    </Card>
  );
}

function Type({ type, definition, change }: PartProps & { type: TumorType }) {
  const t = useT();
  const words = useItemWords(type.referralForm);
  const domains = [...new Set(type.items.map(({ domain }) => domain))];
  return (
    <section className={styles.type} aria-label={t(`lists.tumorType.${type.code}`)}>
      <h3><T k={`lists.tumorType.${type.code}`} /></h3>
      {domains.map((domain) => (
        <div key={domain} className={styles.domain} role="group" aria-label={`${t(`lists.tumorType.${type.code}`)}: ${t(`forms.sections.${domain}`)}`}>
          <h4><T k={`forms.sections.${domain}`} /></h4>
          <ul className={styles.items}>
            {type.items.filter((item) => item.domain === domain).map((item) => (
              <li key={item.id} data-optional={!item.required || undefined}>
                {change ? <Checkbox size="xs" label={words(item.id)} checked={item.required} onChange={(event) => change(withRequired(definition, type.code, item.id, event.currentTarget.checked))} />
                  : <><StatusShape status={item.required ? 'done' : 'waiting'} size={12} /><span>{words(item.id)}</span><span className="visually-hidden"><T k={item.required ? 'admin.board.itemRequired' : 'common.optional'} /></span></>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {type.secondPathology && <p className="quiet small"><T k="admin.board.secondPathology" /></p>}
    </section>
  );
}
