import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { AuditEntryDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import { Difference } from './Difference.js';
import styles from './EntryPanel.module.css';
import { entryBefore } from './reading.js';
import { flat, shapeOf, useAuditWords } from './words.js';

interface Props { entry: AuditEntryDto; onClose: () => void; onCase: (caseId: string) => void }

/** One entry whole: everything that its hash covers, its data member by member, and what changed against the one before. */
export function EntryPanel({ entry, onClose, onCase }: Props) {
  const t = useT();
  const { what, task, who, word } = useAuditWords();
  const data = flat(entry.data);
  return (
    <Drawer opened onClose={onClose} position="right" size={520} title={<span className={styles.title}>{what(entry)} <StatusChip status={shapeOf[entry.kind]} wordKey={`audit.kind.${entry.kind}`} /></span>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className={styles.stack}>
        <dl className={styles.facts}>
          <Fact name="audit.who"><bdi>{who(entry)}</bdi></Fact>
          {entry.onBehalfOf && <Fact name="audit.onBehalf"><bdi>{entry.onBehalfOf.name}</bdi></Fact>}
          {entry.institution && <Fact name="audit.institution"><bdi>{entry.institution.name}</bdi></Fact>}
          {entry.from && <Fact name="audit.address"><bdi dir="ltr">{entry.from}</bdi></Fact>}
          <Fact name="audit.at"><IsoTime at={entry.at} show="full" /></Fact>
          <Fact name="audit.recordedAt"><IsoTime at={entry.recordedAt} show="full" /></Fact>
          <Fact name="audit.purpose">{word('purposeOf', entry.purpose)}</Fact>
          {entry.fields && <Fact name="audit.fields">{word('fieldsOf', entry.fields)}</Fact>}
          {entry.code && <Fact name="audit.code"><code dir="ltr">{entry.code}</code></Fact>}
          {entry.task && <Fact name="audit.task" wide><bdi>{task(entry)}</bdi></Fact>}
          <Fact name="audit.case" wide><CaseList entry={entry} onCase={onCase} /></Fact>
        </dl>
        <section>
          <h3 className={styles.head}>{t('audit.data')}</h3>
          {data.length === 0 ? <p className="quiet">{t('audit.noData')}</p> : (
            <table className={styles.data} dir="ltr"><tbody>{data.map(([path, value]) => <tr key={path}><th scope="row">{path}</th><td><bdi>{value}</bdi></td></tr>)}</tbody></table>
          )}
          {entry.kind === 'change' && <Compare entry={entry} />}
        </section>
        <dl className={styles.facts}>
          <Fact name="audit.stream" wide><code dir="ltr">{entry.stream}</code></Fact>
          <Fact name="audit.seq"><bdi>{entry.seq}</bdi></Fact>
          <Fact name="audit.hash" wide><code dir="ltr">{entry.hash}</code></Fact>
        </dl>
      </div>
    </Drawer>
  );
}

const Fact = ({ name, wide, children }: { name: string; wide?: boolean; children: React.ReactNode }) => <div className={`${styles.fact} ${wide ? styles.wide : ''}`}><dt><T k={name} /></dt><dd>{children}</dd></div>;

/** The cases concerned; each can be asked for, and opened by who may see cases. */
function CaseList({ entry: { cases }, onCase }: { entry: AuditEntryDto; onCase: (caseId: string) => void }) {
  const t = useT();
  const { may } = useSession();
  if (cases.length === 0) return <T k="audit.noCase" />;
  return (
    <ul className={styles.cases}>
      {cases.map(({ id, number }) => (
        <li key={id}>
          {number === null ? <span className="quiet"><T k="audit.hidden" /></span> : may.includes('cases') ? <Link to={`/cases/${id}`} aria-label={`${t('audit.openCase')} ${number}`}><bdi dir="ltr">{number}</bdi></Link> : <bdi dir="ltr">{number}</bdi>}
          <Button size="compact-sm" variant="subtle" onClick={() => onCase(id)} aria-label={`${t('audit.showCase')}${number === null ? '' : `: ${number}`}`}>{t('audit.showCase')}</Button>
        </li>
      ))}
    </ul>
  );
}

type Asked = { is: 'no' } | { is: 'asking' } | { is: 'found'; before: AuditEntryDto | null } | { is: 'failed'; problem: Problem };

/** Asked for by hand: looking for the one before is itself an entry. */
function Compare({ entry }: { entry: AuditEntryDto }) {
  const t = useT();
  const [asked, setAsked] = useState<Asked>({ is: 'no' });
  const ask = () => {
    setAsked({ is: 'asking' });
    entryBefore(entry).then((before) => setAsked({ is: 'found', before }), (error: unknown) => setAsked({ is: 'failed', problem: problemOf(error) }));
  };
  return (
    <div className={styles.compare} role="status">
      {(asked.is === 'no' || asked.is === 'asking') && <Button size="compact-sm" variant="default" loading={asked.is === 'asking'} onClick={ask}>{t('audit.compare')}</Button>}
      {asked.is === 'found' && (asked.before ? <Difference before={asked.before} after={entry} /> : <p className="quiet">{t('audit.noBefore')}</p>)}
      {asked.is === 'failed' && <ProblemView problem={asked.problem} takeFocus onNext={ask} />}
    </div>
  );
}
