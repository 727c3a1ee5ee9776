import { ActionIcon, Button } from '@mantine/core';
import { Fragment } from 'react';
import { has } from '#locales';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import type { AgendaItemDto, MeetingViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { nameOf } from '../kit/from-api.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import { CaseClock } from './CaseClock.js';
import { useTreatmentWords } from '../cases/task-words.js';
import styles from './Meeting.module.css';
import { PlannedStart } from './PlannedStart.js';
import { meetingQueries } from './reading.js';

interface Props { view: MeetingViewDto; chosen: string | undefined; onChoose: (caseId: string) => void }

/** The cases in the order in which they are heard: what is missing of each file, quorum for each, what was decided. */
export function AgendaList({ view: whole, chosen, onChoose }: Props) {
  const t = useT();
  // What a standard covers stands apart: see Standards.
  const view = { ...whole, agenda: whole.agenda.filter((item) => item.standard === null) };
  const order = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/order`, key: `order:${view.meeting.id}`, invalidates: meetingQueries });
  const ids = view.agenda.map((item) => item.case.id);
  const mayOrder = allows(view.may, 'orderAgenda');
  const move = (at: number, by: number) => {
    const next = [...ids];
    const [id] = next.splice(at, 1);
    if (id !== undefined) next.splice(at + by, 0, id);
    void order.run({ order: next, seenVersion: view.version });
  };
  // Decided cases stay where they are: what comes is put in order.
  const hardest = [...view.agenda].sort((a, b) => Number(a.outcome === null) - Number(b.outcome === null) || (a.outcome === null ? b.hardness.points - a.hardness.points : 0)).map((item) => item.case.id);
  const byHand = hardest.join() !== ids.join();
  if (view.agenda.length === 0 && view.meeting.status === 'closed') return <p className="quiet small">{t('meetings.agendaWasEmpty')}</p>;
  if (view.agenda.length === 0 && whole.agenda.length > 0) return null;
  if (view.agenda.length === 0) return <div className={styles.quietBox}><strong>{t('meetings.agendaEmpty')}</strong><p className="quiet">{t('meetings.agendaEmptyWhat')}</p></div>;
  return (
    <>
      {order.problem && <ProblemView problem={order.problem} takeFocus onNext={order.reset} />}
      {mayOrder && view.agenda.length > 1 && (
        <p className={styles.orderLine}>
          <T k={byHand ? 'meetings.orderedByHand' : 'meetings.hardestFirst'} />
          {byHand && <Button size="compact-xs" variant="subtle" loading={order.sending} onClick={() => void order.run({ order: hardest, seenVersion: view.version })}>{t('meetings.orderHardestFirst')}</Button>}
        </p>
      )}
      <ol className={styles.agenda}>
        {view.agenda.map((item, i) => (
          <Fragment key={item.case.id}>
          {view.rest?.beforeCaseId === item.case.id && view.meeting.status !== 'closed' && <li className={styles.rest}><T k="meetings.breakProposed" values={{ count: view.rest.minutes }} /> <PlannedStart at={view.rest.startsAt} zone={view.meeting.zone} /></li>}
          <li data-chosen={item.case.id === chosen || undefined} data-heard={item.case.id === view.current?.caseId || undefined}>
            <button type="button" id={`agenda-${item.case.id}`} className={styles.item} aria-current={item.case.id === chosen ? 'true' : undefined} onClick={() => onChoose(item.case.id)}><Item item={item} view={view} /></button>
            {mayOrder && view.agenda.length > 1 && (
              <span className={styles.movers}>
                <ActionIcon size={24} variant="subtle" color="gray" disabled={i === 0 || order.sending} aria-label={t('meetings.earlier', { number: item.case.number })} onClick={() => move(i, -1)}><span aria-hidden="true">↑</span></ActionIcon>
                <ActionIcon size={24} variant="subtle" color="gray" disabled={i === view.agenda.length - 1 || order.sending} aria-label={t('meetings.later', { number: item.case.number })} onClick={() => move(i, 1)}><span aria-hidden="true">↓</span></ActionIcon>
              </span>
            )}
          </li>
          </Fragment>
        ))}
      </ol>
    </>
  );
}

function Item({ item, view }: { item: AgendaItemDto; view: MeetingViewDto }) {
  const t = useT();
  const open = view.meeting.status === 'open';
  const { case: card, outcome, quorum } = item;
  // What stands on the card already is not said twice.
  const hard = item.hardness.because.filter((code) => !['emergency', 'urgent', 'deferredBefore', 'fileIncomplete'].includes(code));
  return (
    <>
      <span className={styles.itemHead}><span className={styles.place}>{item.place}</span><strong>{card.patient ? <PersonName name={nameOf(card.patient.names)} /> : <T k="cases.patientHidden" />}</strong></span>
      <span className={styles.itemSub}><bdi dir="ltr">{card.number}</bdi> · <T k={`lists.tumorType.${card.tumorType}`} />{card.urgency !== 'routine' && <> · <T k={`lists.urgency.${card.urgency}`} /></>}</span>
      {outcome ? null : item.case.id === view.current?.caseId ? <CaseClock view={view} item={item} />
        : view.meeting.status !== 'closed' && <span className={styles.itemSub}><span><PlannedStart at={item.startsAt} zone={view.meeting.zone} /> · <T k="meetings.minutesGiven" values={{ count: item.minutes }} /></span></span>}
      {!outcome && view.meeting.status !== 'closed' && hard.length > 0 && <span className={styles.itemSub}>{hard.map((code) => t(`meetings.hard.${code}`)).join(', ')}</span>}
      <span className={styles.itemSub}>
        {outcome ? <StatusChip status={outcome.kind === 'deferred' ? 'onHold' : 'done'} wordKey={`lists.outcomeKind.${outcome.kind}`} />
          : item.complete && item.openTaskIds.length === 0 ? <StatusChip status="done" wordKey="meetings.fileComplete" />
            : <StatusChip status="dueSoon" wordKey="meetings.fileIncomplete" />}
        {item.deferrals.length > 0 && !outcome && <span className="quiet small"><T k="meetings.deferredBefore" values={{ count: item.deferrals.length }} /></span>}
      </span>
      {!outcome && item.missing.length > 0 && <span className={styles.missing}>{t('meetings.missing')} {item.missing.map((id, i) => <span key={id}>{i > 0 && ', '}<MissingWord code={id} owed={item.owed} /></span>)}</span>}
      {!outcome && open && <span className={styles.itemQuorum}><StatusShape status={quorum.met ? 'done' : 'blocked'} size={11} /><QuorumWords quorum={quorum} short /></span>}
    </>
  );
}

/** What a file misses: a review that isn't signed, an opinion that the board needs, what somebody owes by what was asked, or the cause of the last deferral. */
export function MissingWord({ code, owed }: { code: string; owed: AgendaItemDto['owed'] }) {
  const t = useT();
  const treatmentWords = useTreatmentWords();
  if (code.startsWith('opinion:')) return <T k="meetings.missingOpinion" values={{ discipline: t(`lists.discipline.${code.slice('opinion:'.length)}`) }} />;
  const asked = owed.flatMap(({ item, treatment }) => item ?? (treatment ? treatmentWords(treatment) : []));
  if (code === 'supplyItem' && asked.length > 0) return <>{asked.map((name, i) => <span key={name}>{i > 0 && ', '}<bdi>{name}</bdi></span>)}</>;
  return <T k={has('en', `lists.taskKind.${code}`) ? `lists.taskKind.${code}` : `lists.deferralCause.${code}`} />;
}

/** "4 of 5 · missing: radiation oncology": the disciplines; `short` names the first two of them. */
export function QuorumWords({ quorum, short }: { quorum: AgendaItemDto['quorum']; short?: boolean }) {
  const t = useT();
  const present = quorum.required.length - quorum.missing.length;
  const names = quorum.missing.map((discipline) => t(`lists.discipline.${discipline}`));
  const said = short && names.length > 2 ? [...names.slice(0, 2), t('cases.andMore', { count: names.length - 2 })] : names;
  return (
    <span>
      <T k="meetings.quorumOf" values={{ present, needed: quorum.required.length }} />
      {quorum.met ? <> · <T k="meetings.quorumMet" /></> : names.length > 0 && <> · <T k="meetings.quorumMissing" values={{ disciplines: said.join(', ') }} /></>}
    </span>
  );
}
