import { useNavigate } from 'react-router';
import type { CaseCardDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { nameOf } from '../kit/from-api.js';
import { writtenName } from '../kit/person-name.js';
import { PersonName } from '../kit/PersonName.js';
import { StatusChip } from '../kit/StatusChip.js';
import { useBlockerWords } from './blocker-words.js';
import { CaseSubject, Chips, Left, Outlook, Standing } from './CaseCard.js';
import styles from './CaseTable.module.css';
import { WaitingOnCard } from './WaitingTimes.js';
import { ColumnName } from './CaseColumns.js';

/** The same cases as rows with the same fields, sorted by any head. */
export function CaseTable({ cards }: { cards: readonly CaseCardDto[] }) {
  const t = useT();
  const navigate = useNavigate();
  return <DataTable columns={useColumns()} rows={cards} rowKey={(card) => card.id} label={t('cases.title')} onOpen={(card) => void navigate(`/cases/${card.id}`)} />;
}

const end = Number.MAX_SAFE_INTEGER;

function useColumns(): Column<CaseCardDto>[] {
  const t = useT();
  const lang = useLanguage();
  const blocker = useBlockerWords();
  const written = (card: CaseCardDto) => { const name = nameOf(card.patient?.names ?? []); return writtenName(name.original ?? name.latin) || '\uffff'; };
  return [
    { id: 'number', titleKey: 'cases.number', cell: (card) => <bdi dir="ltr" className="nowrap">{card.number}</bdi>, sortBy: (card) => card.number },
    { id: 'patient', titleKey: 'cases.patient', cell: (card) => (card.patient ? <strong className={styles.patient}><PersonName name={nameOf(card.patient.names)} stacked /></strong> : <T k="cases.patientHidden" />), sortBy: written },
    { id: 'subject', titleKey: 'cases.tumorType', cell: (card) => <div className={styles.subject}><CaseSubject card={card} /></div>, sortBy: (card) => t(`lists.tumorType.${card.tumorType}`) },
    { id: 'stage', titleKey: 'cases.stage', cell: (card) => <ColumnName column={card.column} />, sortBy: (card) => card.column },
    { id: 'reviews', titleKey: 'cases.reviews', cell: (card) => <div className={styles.oneLine}><Chips card={card} /></div> },
    { id: 'owner', titleKey: 'cases.ownerOrBlocker', cell: (card) => <div className={styles.owner}><Standing card={card} withLeft={false} /></div>, sortBy: (card) => card.task?.owner?.name.toLocaleLowerCase(lang) ?? (card.blocker ? blocker(card.blocker) : '\uffff') },
    { id: 'left', titleKey: 'cases.left', cell: (card) => (card.task?.due ? <Left card={card} /> : <StatusChip status={card.light} />), sortBy: (card) => card.task?.due?.leftMs ?? end },
    { id: 'waiting', titleKey: 'waiting.title', cell: (card) => <div className={styles.waiting}><WaitingOnCard card={card} /></div>, sortBy: (card) => Math.min(end, ...card.waiting.map(({ leftDays }) => leftDays)) },
    { id: 'meeting', titleKey: 'cases.meeting', cell: (card) => <div className={styles.outlook}><Outlook card={card} /></div>, sortBy: (card) => card.meeting?.startsAt ?? '9' },
    { id: 'origin', titleKey: 'cases.origin', cell: (card) => <bdi className={styles.origin}>{card.origin.name}</bdi>, sortBy: (card) => card.origin.name },
  ];
}
