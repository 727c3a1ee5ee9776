import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { adminQueries } from '../admin/reading.js';
import type { LeaveDto, PersonDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { ProblemView } from '../kit/ProblemView.js';

/** When a person is away, in whole days of their own zone. */
export function Leave({ person }: { person: PersonDto }) {
  const t = useT();
  const [leave, setLeave] = useState<readonly LeaveDto[]>(person.leave);
  const command = useCommand<object>({ path: `/api/people/${person.id}/leave`, key: `leave:${person.id}`, invalidates: adminQueries });
  const set = (at: number, part: Partial<LeaveDto>) => setLeave(leave.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const complete = leave.every(({ from, to }) => from !== '' && to !== '');
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <h2>{t('people.leave')}</h2>
      {leave.map((each, i) => (
        <Group key={i} gap="xs" align="end">
          <DayField label={t('people.leaveFrom')} value={each.from} onChange={(from) => set(i, { from })} />
          <DayField label={t('people.leaveTo')} value={each.to} min={each.from} onChange={(to) => set(i, { to })} />
          <Button variant="subtle" color="gray" onClick={() => setLeave(leave.filter((_, at) => at !== i))} aria-label={t('common.removeRow', { number: i + 1 })}>{t('common.remove')}</Button>
        </Group>
      ))}
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setLeave([...leave, { from: '', to: '' }])}>{t('people.addLeave')}</Button>
        {JSON.stringify(leave) !== JSON.stringify(person.leave) && <Button size="compact-sm" loading={command.sending} disabled={!complete} onClick={() => void command.run({ leave, seenVersion: person.version })}>{t('common.save')}</Button>}
      </Group>
    </div>
  );
}
