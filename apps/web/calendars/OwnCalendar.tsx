import { Button, FileButton, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { HospitalCalendarDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Calendars.module.css';
import { Changes } from './Changes.js';
import { DayForm } from './DayForm.js';
import { DryRun } from './DryRun.js';
import { isWholeWeek, WeekForm } from './WeekForm.js';
import { calendarJson, calendarQueries, readFile, useHospitalCalendar, type CalendarJson, type DayJson } from './reading.js';

/** How a hospital's admin changes its calendar: days or a file, laid down, then read against what is in force, tried dry, and published. */
export function OwnCalendar({ institutionId }: { institutionId: string }) {
  const own = useHospitalCalendar(institutionId);
  if (own.error && !own.data) return <ProblemView problem={problemOf(own.error)} onNext={() => void own.refetch()} />;
  return own.data ? <Loaded key={`${own.data.inForce.id}/${own.data.inForce.version}/${own.data.drafts}`} own={own.data} institutionId={institutionId} /> : null;
}

interface LoadedProps { own: HospitalCalendarDto; institutionId: string }

function Loaded({ own, institutionId }: LoadedProps) {
  const t = useT();
  return (
    <>
      <Card title={t('time.changeCalendar', { hospital: own.institution.name })}><Editing own={own} institutionId={institutionId} /></Card>
      {own.draft && <Draft own={own} draft={own.draft} institutionId={institutionId} />}
    </>
  );
}

function Editing({ own, institutionId }: LoadedProps) {
  const t = useT();
  const [inForce, setInForce] = useState<CalendarJson | null>(null);
  const [edited, setEdited] = useState<CalendarJson | null>(null);
  const [touched, setTouched] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const draft = useCommand<object>({ path: `/api/institutions/${institutionId}/calendar/draft`, key: `draft-calendar:${institutionId}`, invalidates: calendarQueries });
  useEffect(() => { void calendarJson(own.inForce.id).then((calendar) => { setInForce(calendar); setEdited(calendar); }, (error: unknown) => setProblem(problemOf(error))); }, [own.inForce.id, own.inForce.version]);
  const change = (next: CalendarJson, count: number) => { setEdited(next); setTouched(touched + count); };
  const plain = (calendar: CalendarJson | null) => JSON.stringify([calendar?.zone, calendar?.week]);
  const changes = touched + Number(inForce !== null && plain(inForce) !== plain(edited));
  const withDay = (date: string, day: DayJson | null) => {
    if (!edited) return;
    const { [date]: _before, ...others } = edited.days;
    const year = Number(date.slice(0, 4));
    const years = edited.reviewedYears.some((each) => each.year === year) ? edited.reviewedYears : [...edited.reviewedYears, { year, status: 'provisional', source: day?.source ?? '' }];
    change({ ...edited, days: day ? { ...others, [date]: day } : others, reviewedYears: years }, 1);
  };
  const fromFile = async (file: File | null) => {
    if (!file) return;
    setProblem(null);
    try {
      const read = await readFile(institutionId, file.name.toLowerCase().endsWith('.ics') ? 'ics' : 'json', await file.text());
      change(read.calendar as unknown as CalendarJson, read.days);
    } catch (error) { setProblem(problemOf(error)); }
  };
  return (
    <div className={styles.stack}>
      <p className="quiet small">{t('time.changeWhat')}</p>
      <DayForm onDay={withDay} known={edited?.days ?? {}} />
      {edited && <WeekForm calendar={edited} onChange={(next) => change(next, 0)} />}
      <Group gap="sm">
        <FileButton accept=".json,.ics,application/json,text/calendar" onChange={(file) => void fromFile(file)}>{(props) => <Button {...props} variant="default">{t('time.fromFile')}</Button>}</FileButton>
        {(['json', 'ics'] as const).map((format) => <a key={format} href={`/api/calendars/${own.inForce.id}/file?format=${format}`} download>{t('time.toFile', { format: format === 'ics' ? '.ics' : 'JSON' })}</a>)}
      </Group>
      {(problem ?? draft.problem) && <ProblemView problem={(problem ?? draft.problem) as Problem} takeFocus />}
      <Group gap="sm">
        <Button disabled={!edited || changes === 0 || !isWholeWeek(edited)} loading={draft.sending} onClick={() => void draft.run({ calendar: edited, seenVersion: own.drafts })}>{t('time.layDown')}</Button>
        <span className="quiet small" role="status">{changes > 0 && t('time.changedDays', { count: changes })}</span>
      </Group>
    </div>
  );
}

function Draft({ own, draft, institutionId }: LoadedProps & { draft: NonNullable<HospitalCalendarDto['draft']> }) {
  const t = useT();
  const publish = useCommand<object>({ path: `/api/institutions/${institutionId}/calendar/publish`, key: `publish-calendar:${institutionId}:${draft.number}`, invalidates: calendarQueries });
  const nothing = draft.changes.length === 0;
  return (
    <Card title={t('time.draft', { number: draft.number })} count={draft.changes.length}>
      <div className={styles.stack}>
        <p className="small quiet">{draft.by && <><bdi>{draft.by.name}</bdi>, </>}<IsoTime at={draft.at} />. {t(nothing ? 'time.nothingChanges' : 'time.draftWhat', { version: own.inForce.version })}</p>
        {!nothing && <Changes changes={draft.changes} />}
        {!nothing && <DryRun change={{ institutionId, draft: draft.number }} />}
        {publish.problem && <ProblemView problem={publish.problem} takeFocus />}
        <Group gap="sm"><Button disabled={nothing} loading={publish.sending} onClick={() => void publish.run({ draft: draft.number })}><T k="time.publish" /></Button></Group>
      </div>
    </Card>
  );
}
