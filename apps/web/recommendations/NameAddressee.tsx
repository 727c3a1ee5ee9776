import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { AddresseeTaskDto, OutcomeDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Outcome.module.css';
import { outcomeQueries } from './reading.js';

/** The referring clinician left: until somebody else is named, the letter is not made. */
export function NameAddressee({ caseId, outcome, task }: { caseId: string; outcome: OutcomeDto; task: AddresseeTaskDto }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const name = useCommand<object>({ path: `/api/cases/${caseId}/tasks/${task.taskId}/name-addressee`, key: `name-addressee:${task.taskId}`, invalidates: outcomeQueries });
  const send = async () => { await name.run({ personId: chosen, seenVersion: task.version }); };
  return (
    <form className={styles.another} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p className={styles.whole}><StatusShape status="overdue" /> <strong>{t('recommendations.noAddressee')}</strong> {t('recommendations.noAddresseeWhat')}</p>
      {allows(outcome.may, 'nameAddressee') && <>
        <Select label={t('recommendations.addressee')} placeholder={t('common.choose')} data={task.candidates.map((person) => ({ value: person.id, label: person.name }))} value={chosen} onChange={setChosen} searchable />
        <Button type="submit" disabled={chosen === null} loading={name.sending}>{t('recommendations.nameAddressee')}</Button>
      </>}
      {name.problem && <div className={styles.whole}><ProblemView problem={name.problem} takeFocus onNext={() => void send()} /></div>}
    </form>
  );
}
