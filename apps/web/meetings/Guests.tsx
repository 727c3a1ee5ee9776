import { Button, Group, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/http.js';
import { useCommand } from '../api/useCommand.js';
import { mayOf } from '../cases/acts.js';
import type { GuestDto, InvitationDto, MeetingViewDto, PersonPageDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Meeting.module.css';
import { meetingQueries } from './reading.js';

/** Whether the reader decides who is asked to this meeting; who is asked already stands against an example, not against the act. */
export const invites = (view: MeetingViewDto): boolean => mayOf(view.may, 'withdrawInvitation') !== undefined;

/** Guests of this meeting alone: heard, or there to learn; none counts for the quorum. */
export function Guests({ view, guests }: { view: MeetingViewDto; guests: readonly GuestDto[] }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const may = invites(view);
  if (guests.length === 0 && !may) return null;
  return (
    <Card title={t('meetings.guests')} {...(guests.length > 0 ? { count: guests.length } : {})} flush actions={may && <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>{t('meetings.inviteGuest')}</Button>}>
      {guests.length === 0 ? <p className={styles.emptyLine}>{t('meetings.noGuests')}</p> : <ul>{guests.map((guest) => <Guest key={guest.person.id} view={view} guest={guest} may={may} />)}</ul>}
      {asking && <InviteDialog view={view} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Guest({ view, guest, may }: { view: MeetingViewDto; guest: GuestDto; may: boolean }) {
  const t = useT();
  const away = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/invitations/${guest.person.id}/withdraw`, key: `withdraw:${view.meeting.id}:${guest.person.id}`, invalidates: meetingQueries });
  return (
    <li className={styles.personRow}>
      <span className={styles.personMain}>
        <bdi>{guest.person.name}</bdi>
        <span className="quiet small">{t(`meetings.guestAs.${guest.as}`)}{guest.answer !== null && <>, {t(`meetings.answer.${guest.answer}`)}{guest.answeredByMail && <>, {t('meetings.answerByMail')}</>}</>}</span>
        {away.problem && <ProblemView problem={away.problem} takeFocus onNext={away.reset} />}
      </span>
      {may && <Button size="compact-sm" variant="subtle" color="gray" loading={away.sending} aria-label={`${t('meetings.takeOff')}: ${guest.person.name}`} onClick={() => void away.run({})}>{t('meetings.takeOff')}</Button>}
    </li>
  );
}

/** A member is taken off this one meeting, or asked to it again. */
export function Asked({ view, one }: { view: MeetingViewDto; one: InvitationDto }) {
  const t = useT();
  const path = `/api/meetings/${view.meeting.id}/invitations`;
  const ask = useCommand<object>({ path: one.leftOut ? path : `${path}/${one.person.id}/withdraw`, key: `${one.leftOut ? 'invite' : 'withdraw'}:${view.meeting.id}:${one.person.id}`, invalidates: meetingQueries });
  const verb = t(one.leftOut ? 'meetings.inviteAgain' : 'meetings.takeOff');
  return (
    <>
      {ask.problem && <ProblemView problem={ask.problem} takeFocus onNext={ask.reset} />}
      <Button size="compact-sm" variant="subtle" color="gray" loading={ask.sending} aria-label={`${verb}: ${one.person.name}`} onClick={() => void ask.run(one.leftOut ? { personId: one.person.id, as: 'member' } : {})}>{verb}</Button>
    </>
  );
}

function InviteDialog({ view, onClose }: { view: MeetingViewDto; onClose: () => void }) {
  const t = useT();
  const [personId, setPerson] = useState<string | null>(null);
  const [as, setAs] = useState<string | null>('expert');
  const people = useQuery({ queryKey: ['people', 'guests'], queryFn: ({ signal }) => request<PersonPageDto>('/api/people?limit=200', { signal }) });
  const known = new Set([...(view.planned?.people ?? []).map(({ person }) => person.id), ...(view.planned?.guests ?? []).map(({ person }) => person.id)]);
  const data = (people.data?.items ?? []).filter(({ id, active }) => active && !known.has(id)).map(({ id, name, posts }) => ({ value: id, label: [name, posts[0]?.institution.name].filter((part) => part !== undefined).join(', ') }));
  const invite = useCommand<object>({ path: `/api/meetings/${view.meeting.id}/invitations`, key: `guest:${view.meeting.id}`, invalidates: meetingQueries });
  const send = async () => { if (personId !== null && await invite.run({ personId, as }) !== undefined) onClose(); };
  return (
    <Modal opened onClose={onClose} title={t('meetings.inviteGuest')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form style={{ display: 'grid', gap: 12 }} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{t('meetings.guestWhat')}</p>
        <Select label={t('meetings.composer.who')} data={data} value={personId} onChange={setPerson} searchable data-autofocus />
        <Select label={t('meetings.guestHow')} data={(['expert', 'trainee'] as const).map((value) => ({ value, label: t(`meetings.guestAs.${value}`) }))} value={as} allowDeselect={false} onChange={setAs} />
        {invite.problem && <ProblemView problem={invite.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" disabled={personId === null} loading={invite.sending}>{t('meetings.invite')}</Button></Group>
      </form>
    </Modal>
  );
}
