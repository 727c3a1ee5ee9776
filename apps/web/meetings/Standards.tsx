import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { AgendaItemDto, MeetingViewDto, SignedOffDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { nameOf } from '../kit/from-api.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Standards.module.css';
import { meetingQueries } from './reading.js';

interface Props { view: MeetingViewDto; chosen: string | undefined; onChoose: (caseId: string) => void }

/** Cases that a standard covers: apart from what is discussed, signed off by the chair in one act. */
export function Standards({ view, chosen, onChoose }: Props) {
  const t = useT();
  const items = view.agenda.filter((item) => item.standard !== null);
  const open = items.filter((item) => allows(item.may, 'signOffStandardOfCare'));
  const [left, setLeft] = useState<readonly string[]>([]);
  const command = useCommand<object, SignedOffDto>({ path: `/api/meetings/${view.meeting.id}/sign-off-standards`, key: `sign-off-standards:${view.meeting.id}`, invalidates: meetingQueries });
  if (items.length === 0) return null;
  const picked = open.filter((item) => !left.includes(item.case.id));
  const refused = command.answer?.answers.filter((answer) => !answer.done) ?? [];
  const send = () => void command.run({ cases: picked.map((item) => ({ caseId: item.case.id, proposal: item.standard?.text ?? '', guideline: item.standard?.guideline ?? null })) });
  return (
    <section className={styles.standards} aria-labelledby="standards-title">
      <h3 id="standards-title">{t('meetings.standards.title')} <span className="quiet">{items.length}</span></h3>
      {open.length > 0 && <p className="quiet small">{t('meetings.standards.what')}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.case.id} data-chosen={item.case.id === chosen || undefined}>
            {open.includes(item) ? <Checkbox aria-label={t('meetings.standards.choose', { number: item.case.number })} checked={picked.includes(item)} onChange={() => setLeft((before) => (before.includes(item.case.id) ? before.filter((id) => id !== item.case.id) : [...before, item.case.id]))} /> : <span className={styles.shape}><StatusShape status={item.outcome ? 'done' : 'waiting'} size={12} /></span>}
            <button type="button" onClick={() => onChoose(item.case.id)} aria-current={item.case.id === chosen ? 'true' : undefined}><Covered item={item} /></button>
          </li>
        ))}
      </ul>
      {refused.map(({ caseId, problem }) => problem && <p key={caseId} role="alert" className={styles.refused}><StatusShape status="overdue" size={12} /> <bdi dir="ltr">{items.find((item) => item.case.id === caseId)?.case.number}</bdi>: {problem.title}</p>)}
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      {open.length > 0 && <Button size="compact-sm" disabled={picked.length === 0} loading={command.sending} onClick={send}><T k="meetings.standards.signOff" values={{ count: picked.length }} /></Button>}
    </section>
  );
}

function Covered({ item }: { item: AgendaItemDto }) {
  const { case: card, standard, outcome } = item;
  return (
    <>
      <strong>{card.patient ? <PersonName name={nameOf(card.patient.names)} /> : <T k="cases.patientHidden" />}</strong> <bdi dir="ltr" className="quiet small">{card.number}</bdi>
      {standard?.text && <span className={styles.words} dir="auto">{standard.text}</span>}
      {standard?.guideline && <bdi dir="ltr" className="small">{standard.guideline.code}, {standard.guideline.edition}</bdi>}
      <span className="quiet small">{outcome ? <T k="meetings.standards.signedOff" /> : standard && <bdi>{standard.by.name}</bdi>}</span>
    </>
  );
}
