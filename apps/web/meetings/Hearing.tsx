import { ActionIcon, Button } from '@mantine/core';
import { useCommand } from '../api/useCommand.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusShape } from '../kit/StatusShape.js';
import { CaseClock } from './CaseClock.js';
import styles from './Meeting.module.css';
import { meetingQueries } from './reading.js';
import { nextToHear } from './clock.js';
import { useHearing } from './useHearing.js';

interface Props { view: MeetingViewDto; item: AgendaItemDto; onMoved: () => void }

/** The case's turn: its clock, who has spoken on it and who has not, the step to the next one. */
export function Hearing({ view, item, onMoved }: Props) {
  const t = useT();
  const { mayMove, take, rest } = useHearing(view);
  const current = view.current?.caseId === item.case.id;
  const next = nextToHear(view);
  const problem = take.problem ?? rest.problem;
  const takeUp = async (caseId: string) => { if (await take.run({ caseId }) !== undefined) onMoved(); };
  return (
    <section className={styles.hearing} aria-label={t('meetings.hearing')}>
      <div className={styles.hearingLine}>
        {current && <span className={styles.now}><StatusShape status="onTime" size={11} /> {t('meetings.heardNow')}</span>}
        <CaseClock view={view} item={item} />
        {mayMove && item.outcome === null && <Minutes view={view} item={item} />}
        <span className={styles.hearingActs}>
          {mayMove && current && item.outcome === null && <Button size="compact-sm" variant="default" loading={rest.sending} onClick={() => void rest.run({})}>{t('meetings.takeBreak')}</Button>}
          {mayMove && !current && item.outcome === null && <Button size="compact-sm" loading={take.sending} onClick={() => void takeUp(item.case.id)}>{t('meetings.takeUp')}</Button>}
          {mayMove && current && next && <Button size="compact-sm" variant={item.outcome === null ? 'default' : 'filled'} loading={take.sending} onClick={() => void takeUp(next.case.id)}>{t('meetings.nextCase')}</Button>}
        </span>
      </div>
      {item.outcome === null && <Voices view={view} item={item} mayTick={mayMove} />}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => { take.reset(); rest.reset(); }} />}
    </section>
  );
}

/** A minute less or more for this case. */
function Minutes({ view, item }: { view: MeetingViewDto; item: AgendaItemDto }) {
  const t = useT();
  const box = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/cases/${item.case.id}/minutes`, key: `minutes:${item.case.id}`, invalidates: meetingQueries });
  const give = (minutes: number) => void box.run({ minutes });
  return (
    <span className={styles.minutes} role="group" aria-label={t('meetings.minutesOf', { number: item.case.number })}>
      <ActionIcon size={24} variant="subtle" color="gray" disabled={item.minutes <= 1 || box.sending} aria-label={t('meetings.minuteLess')} onClick={() => give(item.minutes - 1)}><span aria-hidden="true">−</span></ActionIcon>
      <ActionIcon size={24} variant="subtle" color="gray" disabled={item.minutes >= 120 || box.sending} aria-label={t('meetings.minuteMore')} onClick={() => give(item.minutes + 1)}><span aria-hidden="true">+</span></ActionIcon>
    </span>
  );
}

/** Whose view was heard, ticked by who runs the sitting; the others read what is still owed to the discussion. */
function Voices({ view, item, mayTick }: { view: MeetingViewDto; item: AgendaItemDto; mayTick: boolean }) {
  const t = useT();
  const heard = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/cases/${item.case.id}/heard`, key: `heard:${item.case.id}`, invalidates: meetingQueries });
  const voices = [...new Set([...view.voices, ...item.asked])];
  const missing = voices.filter((voice) => !item.heard.includes(voice));
  return (
    <>
      <p className={styles.notHeard} data-all={missing.length === 0 || undefined}>
        {missing.length === 0 ? <><StatusShape status="done" size={11} /> <T k="meetings.allHeard" /></>
          : <><StatusShape status="waiting" size={11} /> <T k="meetings.notHeard" values={{ voices: missing.map((voice) => t(`lists.voice.${voice}`)).join(', ') }} /></>}
      </p>
      {mayTick && (
        <div className={styles.voices} role="group" aria-label={t('meetings.whoWasHeard')}>
          {voices.map((voice) => {
            const ticked = item.heard.includes(voice);
            return <button key={voice} type="button" className={styles.voiceTick} aria-pressed={ticked} disabled={heard.sending} onClick={() => void heard.run({ voice, heard: !ticked })}><StatusShape status={ticked ? 'done' : 'waiting'} size={11} /> {t(`lists.voice.${voice}`)}</button>;
          })}
        </div>
      )}
      {heard.problem && <ProblemView problem={heard.problem} takeFocus onNext={heard.reset} />}
    </>
  );
}
