import { Button, Group, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/http.js';
import { problemOf } from '../api/problem.js';
import type { Command } from '../api/useCommand.js';
import type { PersonPageDto, ReferralViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Intake.module.css';

interface Props { view: ReferralViewDto; submit: Command<object, unknown>; onClose: () => void }

/** An emergency begins before consent is on record when two clinicians stand for it by name. */
export function EmergencyDialog({ view, submit, onClose }: Props) {
  const t = useT();
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const people = useQuery({ queryKey: ['people', 'clinicians'], queryFn: ({ signal }) => request<PersonPageDto>('/api/people?limit=200', { signal }) });
  const sides = [view.origin.id, view.host.id];
  const clinicians = (people.data?.items ?? []).filter((person) => person.active && person.posts.some((post) => sides.includes(post.institution.id) && ['specialist', 'referringClinician', 'chair'].includes(post.role)));
  const options = (other: string | null) => clinicians.filter((person) => person.id !== other).map((person) => ({ value: person.id, label: person.name }));
  const send = async () => { if (first !== null && second !== null && await submit.run({ emergencyBegunBy: [first, second] }) !== undefined) onClose(); };
  return (
    <Modal opened onClose={onClose} title={t('intake.emergency.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form className={styles.dialog} onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{t('intake.emergency.what')}</p>
        {people.error && <ProblemView problem={problemOf(people.error)} onNext={() => void people.refetch()} />}
        <Select label={t('intake.emergency.first')} data={options(second)} value={first} onChange={setFirst} searchable data-autofocus />
        <Select label={t('intake.emergency.second')} data={options(first)} value={second} onChange={setSecond} searchable />
        {submit.problem && <ProblemView problem={submit.problem} takeFocus onNext={() => void send()} />}
        <Group justify="flex-end" gap="sm"><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" disabled={first === null || second === null} loading={submit.sending}>{t('intake.submit')}</Button></Group>
      </form>
    </Modal>
  );
}
