import { Button, Drawer, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { InstitutionDto, LeaveDto, PersonDto, PostInputDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { DayField } from '../kit/form/DayField.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Admin.module.css';
import { PostsField, postFaults } from './PostsField.js';
import { adminQueries, usePeople, usePerson } from './reading.js';
import { usePostOf } from './words.js';

interface Props { personId: string; institutions: readonly InstitutionDto[]; onClose: () => void }

/** One person: posts, substitute, leave, and whether they may sign in. Each part is saved by itself. */
export function PersonDrawer({ personId, institutions, onClose }: Props) {
  const t = useT();
  const query = usePerson(personId);
  return (
    <Drawer opened onClose={onClose} position="right" size={600} title={query.data ? <bdi>{query.data.name}</bdi> : t('people.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {query.data ? <Parts key={query.data.version} person={query.data} institutions={institutions} /> : query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <TextSkeleton lines={6} />}
    </Drawer>
  );
}

function Parts({ person, institutions }: { person: PersonDto; institutions: readonly InstitutionDto[] }) {
  const may = (action: string) => person.may.some((each) => each.action === action && (each.allowed || each.because === 'PERSON.NOTHING_CHANGED'));
  return (
    <div>
      {may('changePosts') ? <Posts person={person} institutions={institutions} /> : <ReadPosts person={person} />}
      {may('nameSubstitute') && <Substitute person={person} />}
      {may('planLeave') && <Leave person={person} />}
      <Account person={person} mayDisable={may('disablePerson')} mayEnable={may('enablePerson')} />
    </div>
  );
}

function ReadPosts({ person }: { person: PersonDto }) {
  const postOf = usePostOf();
  return <section className={styles.section}>{person.posts.map((post, i) => <div key={i}>{postOf(post)}</div>)}</section>;
}

const change = (person: PersonDto, act: string) => ({ path: `/api/people/${person.id}/${act}`, key: `${act}:${person.id}`, invalidates: adminQueries });

function Posts({ person, institutions }: { person: PersonDto; institutions: readonly InstitutionDto[] }) {
  const t = useT();
  const [posts, setPosts] = useState<PostInputDto[]>(person.posts.map(({ institution, role, discipline }) => ({ institutionId: institution.id, role, discipline })));
  const [tried, setTried] = useState(false);
  const command = useCommand<object>(change(person, 'posts'));
  const save = () => { setTried(true); if (!postFaults(posts)) void command.run({ posts, seenVersion: person.version }); };
  return (
    <section className={styles.section}>
      <PostsField posts={posts} onChange={setPosts} institutions={institutions} tried={tried} />
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      <Button size="compact-sm" loading={command.sending} onClick={save}>{t('people.savePosts')}</Button>
    </section>
  );
}

function Substitute({ person }: { person: PersonDto }) {
  const t = useT();
  const people = usePeople(person.posts[0]?.institution.id ?? null, false);
  const [chosen, setChosen] = useState<string | null>(person.substitute?.id ?? null);
  const command = useCommand<object>(change(person, 'substitute'));
  const others = (people.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id }) => id !== person.id).map(({ id, name }) => ({ value: id, label: name }));
  const known = person.substitute && !others.some(({ value }) => value === person.substitute?.id) ? [{ value: person.substitute.id, label: person.substitute.name }] : [];
  return (
    <section className={styles.section}>
      <Select label={t('people.substitute')} description={t('people.substituteHint')} data={[...known, ...others]} value={chosen} onChange={setChosen} searchable clearable clearButtonProps={{ 'aria-label': t('common.clear') }} />
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      <Button size="compact-sm" variant="default" loading={command.sending} disabled={chosen === (person.substitute?.id ?? null)} onClick={() => void command.run({ substituteId: chosen, seenVersion: person.version })}>{t('common.save')}</Button>
    </section>
  );
}

function Leave({ person }: { person: PersonDto }) {
  const t = useT();
  const [leave, setLeave] = useState<readonly LeaveDto[]>(person.leave);
  const command = useCommand<object>(change(person, 'leave'));
  const set = (at: number, part: Partial<LeaveDto>) => setLeave(leave.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const complete = leave.every(({ from, to }) => from !== '' && to !== '');
  return (
    <section className={styles.section}>
      <h3>{t('people.leave')}</h3>
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
    </section>
  );
}

function Account({ person, mayDisable, mayEnable }: { person: PersonDto; mayDisable: boolean; mayEnable: boolean }) {
  const t = useT();
  const [asked, setAsked] = useState(false);
  const disable = useCommand<object>(change(person, 'disable'));
  const enable = useCommand<object>(change(person, 'enable'));
  const end = useCommand<object, { ended: number }>(change(person, 'end-sessions'));
  const problem = disable.problem ?? enable.problem ?? end.problem;
  if (!mayDisable && !mayEnable) return null;
  return (
    <section className={styles.section}>
      <h3>{t('people.account')}</h3>
      {asked && <p>{t('people.disableWhat')}</p>}
      {end.answer && <p role="status">{t('people.sessionsEnded', { count: end.answer.ended })}</p>}
      {problem && <ProblemView problem={problem} takeFocus onNext={() => { disable.reset(); enable.reset(); end.reset(); }} />}
      <Group gap="xs">
        {mayDisable && !asked && <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>{t('people.disable')}</Button>}
        {mayDisable && asked && <><Button size="compact-sm" color="red.8" loading={disable.sending} onClick={() => void disable.run({ seenVersion: person.version })}>{t('people.disable')}</Button><Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>{t('common.cancel')}</Button></>}
        {mayEnable && <Button size="compact-sm" loading={enable.sending} onClick={() => void enable.run({ seenVersion: person.version })}>{t('people.enable')}</Button>}
        {person.active && <Button size="compact-sm" variant="default" loading={end.sending} onClick={() => void end.run({})}>{t('people.endSessions')}</Button>}
      </Group>
    </section>
  );
}
