import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { adminQueries } from '../admin/reading.js';
import { DryRun } from '../calendars/DryRun.js';
import type { LeaveDto, PersonDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { cityOf } from '../kit/iso-dates.js';
import { IsoDate } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Absence.module.css';
import { givenOf, isComplete, isPast, noLeave, rowOf, type LeaveRow } from './leave-rows.js';

/** When a person is away, by days or from and to a time of day on the person's clock; and what that would move, before it is entered. What is over stays as it was. */
export function Leave({ person }: { person: PersonDto }) {
  const t = useT();
  const [now] = useState(() => new Date().toISOString());
  const past = person.leave.filter((each) => isPast(each, person.zone, now));
  const kept = person.leave.filter((each) => !past.includes(each)).map((each) => rowOf(each, person.zone));
  const [leave, setLeave] = useState<readonly LeaveRow[]>(kept);
  const command = useCommand<object>({ path: `/api/people/${person.id}/leave`, key: `leave:${person.id}`, invalidates: adminQueries });
  const set = (at: number, part: Partial<LeaveRow>) => setLeave(leave.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const given = [...past.map((each) => rowOf(each, person.zone)), ...leave].map(givenOf);
  const complete = leave.every(isComplete);
  const changed = JSON.stringify(leave) !== JSON.stringify(kept);
  return (
    <div className={styles.stack}>
      <h2>{t('people.leave')}</h2>
      <p className="quiet small">{t('people.leaveWhat', { zone: cityOf(person.zone) })}</p>
      {leave.map((each, i) => (
        <div key={i} className={styles.leave}>
          <DayField label={t('people.leaveFrom')} value={each.fromDay} onChange={(fromDay) => set(i, { fromDay })} />
          <TextInput type="time" label={t('people.leaveFromTime')} value={each.fromTime} onChange={(event) => set(i, { fromTime: event.currentTarget.value })} />
          <DayField label={t('people.leaveTo')} value={each.toDay} min={each.fromDay} onChange={(toDay) => set(i, { toDay })} />
          <TextInput type="time" label={t('people.leaveToTime')} value={each.toTime} onChange={(event) => set(i, { toTime: event.currentTarget.value })} />
          <Button variant="subtle" color="gray" onClick={() => setLeave(leave.filter((_, at) => at !== i))} aria-label={t('common.removeRow', { number: i + 1 })}>{t('common.remove')}</Button>
        </div>
      ))}
      {changed && complete && <DryRun key={JSON.stringify(given)} change={{ personId: person.id, leave: given }} />}
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setLeave([...leave, noLeave])}>{t('people.addLeave')}</Button>
        {changed && <Button size="compact-sm" loading={command.sending} disabled={!complete} onClick={() => void command.run({ leave: given, seenVersion: person.version })}>{t('common.save')}</Button>}
      </Group>
      {past.length > 0 && <Past leave={past} zone={person.zone} />}
    </div>
  );
}

function Past({ leave, zone }: { leave: readonly LeaveDto[]; zone: string }) {
  const t = useT();
  const latestFirst = [...leave].sort((a, b) => (a.from < b.from ? 1 : -1)).map((each) => rowOf(each, zone));
  return (
    <details className={styles.past}>
      <summary>{t('people.leavePast')} <span className="quiet">{leave.length}</span></summary>
      <ul>{latestFirst.map((row, i) => <li key={i}><Span row={row} /></li>)}</ul>
    </details>
  );
}

function Span({ row: { fromDay, fromTime, toDay, toTime } }: { row: LeaveRow }) {
  if (fromDay !== toDay) return <><IsoDate date={fromDay} /> <bdi>{fromTime}</bdi> – <IsoDate date={toDay} /> <bdi>{toTime}</bdi></>;
  return <><IsoDate date={fromDay} /> {(fromTime !== '' || toTime !== '') && <bdi dir="ltr">{fromTime || '00:00'}–{toTime || '24:00'}</bdi>}</>;
}
