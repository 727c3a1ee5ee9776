import { MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { problemOf, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import { useCase } from '../cases/reading.js';
import type { BoardDto, MeetingViewDto, SlotDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { EmptyState } from '../kit/EmptyState.js';
import { DayField } from '../kit/form/DayField.js';
import { IsoTime } from '../kit/IsoTime.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { useToday } from '../kit/zone.js';
import styles from './Plan.module.css';
import { mayPlan, meetingQueries, useBoards, useMeeting, useSlots, type SlotQuestion } from './reading.js';
import { Slot } from './Slot.js';
import { instantIn } from './wall-time.js';

/** What a field means stands below it, so that fields of one line stand in one line. */
const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const lengths = ['30', '45', '60', '90', '120'];
const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** When could the board sit? For a meeting beside the series, for one that is moved (`move`), or at once for one case (`case`). */
export function Component() {
  const t = useT();
  const [search] = useSearchParams();
  const { posts } = useSession();
  const [moves, caseId] = [search.get('move'), search.get('case')];
  const boards = useBoards();
  const meeting = useMeeting(moves ?? '', moves !== null);
  const urgent = useCase(caseId ?? '', caseId !== null);
  const waits = boards.isPending || (moves !== null && meeting.isPending) || (caseId !== null && urgent.isPending);
  const problem = boards.error ?? (moves === null ? null : meeting.error) ?? (caseId === null ? null : urgent.error);
  const title = moves !== null ? t('meetings.plan.move', { number: meeting.data?.meeting.number ?? '' }) : caseId !== null ? t('meetings.plan.extraordinary') : t('meetings.plan.title');
  const of: SlotQuestion['sides'] = urgent.data ? [...new Set([urgent.data.origin.id, urgent.data.host.id])] : [];
  return (
    <Page title={title} heading={caseId !== null && urgent.data ? <span className={styles.heading}>{title} <small><bdi dir="ltr">{urgent.data.number}</bdi></small></span> : title}>
      {waits ? <RowsSkeleton rows={6} /> : problem || !boards.data ? <ProblemView problem={problemOf(problem)} onNext={() => void boards.refetch()} />
        : <Planning boards={mayPlan(posts, boards.data.items)} moved={moves === null ? null : (meeting.data ?? null)} urgent={urgent.data ? { caseId: urgent.data.id, boardId: urgent.data.board.id, sides: of } : null} />}
    </Page>
  );
}

interface Urgent { caseId: string; boardId: string; sides: readonly string[] }

function Planning({ boards, moved, urgent }: { boards: readonly BoardDto[]; moved: MeetingViewDto | null; urgent: Urgent | null }) {
  const t = useT();
  const navigate = useNavigate();
  const today = useToday();
  const first = urgent?.boardId ?? moved?.meeting.board.id ?? boards[0]?.id ?? '';
  const [boardId, setBoard] = useState(first);
  const board = boards.find(({ id }) => id === boardId);
  const [minutes, setMinutes] = useState(String(moved?.meeting.minutes ?? (urgent ? 45 : (board?.minutes ?? 60))));
  const [place, setPlace] = useState(board?.place ?? '');
  const [from, setFrom] = useState(plusDays(today, 1));
  const [to, setTo] = useState(plusDays(today, 14));
  const [must, setMust] = useState<string[]>([]);
  const [hand, setHand] = useState({ day: '', time: '' });
  const zone = board?.zone ?? 'UTC';
  const byHand = instantIn(hand.day, hand.time, zone);
  const window = urgent ? {} : { from: instantIn(from, '00:00', zone) ?? undefined, to: instantIn(to, '23:30', zone) ?? undefined };
  const question: SlotQuestion = { boardId, minutes, must, sides: urgent?.sides ?? [], emergency: urgent !== null, except: moved?.meeting.id, ...window };
  const found = useSlots(question);
  const checked = useSlots({ ...question, at: byHand ?? undefined }, byHand !== null);
  const people = (found.data?.slots[0]?.seats ?? []).map(({ person }) => ({ value: person.id, label: person.name }));
  const act = useAct(moved, urgent, { boardId, zone, minutes: Number(minutes), place }, (id) => void navigate(`/meetings/${id}`));
  const card = (slot: SlotDto, place: number) => <Slot key={slot.startsAt} slot={slot} zone={zone} best={place === 0} verb={t(moved ? 'meetings.plan.moveHere' : 'meetings.plan.planHere')} sending={act.taking === slot.startsAt} onTake={() => void act.take(slot.startsAt)} />;
  return (
    <>
      <section className={styles.panel} aria-label={t('meetings.plan.what')}>
        {moved && <p>{t('meetings.plan.now')} <IsoTime at={moved.meeting.startsAt} zone={moved.meeting.zone} show="full" bare /></p>}
        <p className="quiet small">{t(urgent ? 'meetings.plan.extraordinaryWhat' : 'meetings.plan.explain')}</p>
        <div className={styles.fields}>
          {!moved && !urgent && <Select label={t('cases.boardOf')} data={boards.map(({ id, name }) => ({ value: id, label: name }))} value={boardId} allowDeselect={false} onChange={(id) => { if (id !== null) { setBoard(id); setPlace(boards.find((each) => each.id === id)?.place ?? ''); setMust([]); } }} />}
          {!moved && <NativeSelect label={t('meetings.plan.minutes')} value={minutes} data={[...new Set([...lengths, minutes])].map((value) => ({ value, label: t('common.minutes', { count: Number(value) }) }))} onChange={(event) => setMinutes(event.currentTarget.value)} />}
          {!moved && !urgent && <TextInput className={styles.double} label={t('meetings.plan.place')} description={t('meetings.plan.placeWhat')} inputWrapperOrder={order} value={place} maxLength={300} onChange={(event) => setPlace(event.currentTarget.value)} />}
          {!urgent && <DayField label={t('meetings.plan.from')} value={from} min={today} onChange={setFrom} />}
          {!urgent && <DayField label={t('meetings.plan.to')} value={to} min={from} max={plusDays(from, 30)} onChange={setTo} />}
          <MultiSelect className={styles.double} label={t('meetings.plan.must')} description={t('meetings.plan.mustWhat')} inputWrapperOrder={order} data={people} value={must} searchable clearable clearButtonProps={{ 'aria-label': t('common.clear') }} onChange={setMust} />
        </div>
        {act.problem && <ProblemView problem={act.problem} takeFocus onNext={act.reset} />}
      </section>
      <h2 className={styles.listHead}>{t('meetings.plan.times')}</h2>
      {found.isPending ? <RowsSkeleton rows={5} height={48} /> : found.error ? <ProblemView problem={problemOf(found.error)} onNext={() => void found.refetch()} />
        : found.data.slots.length === 0 ? <EmptyState title={t('meetings.plan.none')} what={t('meetings.plan.noneWhat')} /> : <ul className={styles.list}>{found.data.slots.map(card)}</ul>}
      <h2 className={styles.listHead}>{t('meetings.plan.other')}</h2>
      <section className={styles.panel} aria-label={t('meetings.plan.other')}>
        <div className={styles.hand}>
          <DayField label={t('meetings.plan.day')} value={hand.day} min={today} onChange={(day) => setHand({ ...hand, day })} />
          <TextInput type="time" label={t('meetings.plan.clock', { zone })} value={hand.time} onChange={(event) => setHand({ ...hand, time: event.currentTarget.value.slice(0, 5) })} />
        </div>
        {checked.error && <ProblemView problem={problemOf(checked.error)} onNext={() => void checked.refetch()} />}
        {byHand !== null && checked.data && <ul className={styles.list}>{checked.data.slots.map(card)}</ul>}
      </section>
    </>
  );
}

/** What taking a time does: move the meeting, call an extraordinary one, or plan one. */
function useAct(moved: MeetingViewDto | null, urgent: Urgent | null, plan: { boardId: string; zone: string; minutes: number; place: string }, onDone: (meetingId: string) => void) {
  const [taking, setTaking] = useState<string | null>(null);
  const path = moved ? `/api/meetings/${moved.meeting.id}/move` : urgent ? '/api/meetings/extraordinary' : '/api/meetings';
  const command = useCommand<object, { streamId: string; ids: Record<string, string> }>({ path, key: moved ? `move:${moved.meeting.id}` : urgent ? `extraordinary:${urgent.caseId}` : `plan:${plan.boardId}`, invalidates: [...meetingQueries, 'slots'] });
  const take = async (startsAt: string) => {
    setTaking(startsAt);
    const body = moved ? { startsAt, seenVersion: moved.version } : urgent ? { caseId: urgent.caseId, startsAt, minutes: plan.minutes } : { ...plan, startsAt };
    const done = await command.run(body);
    setTaking(null);
    if (done !== undefined) onDone(moved?.meeting.id ?? done.ids['meetingId'] ?? done.streamId);
  };
  const problem: Problem | null = command.problem;
  return { take, taking, problem, reset: command.reset };
}
