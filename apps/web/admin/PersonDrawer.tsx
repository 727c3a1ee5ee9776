import { Button, Drawer, Group } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { InstitutionDto, PersonDto, PostInputDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Leave } from '../absence/Leave.js';
import { Substitutes } from '../absence/Substitutes.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Admin.module.css';
import { PostsField, postFaults } from './PostsField.js';
import { adminQueries, usePerson } from './reading.js';
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
      {may('nameSubstitute') && <section className={styles.section}><Substitutes person={person} /></section>}
      {may('planLeave') && <section className={styles.section}><Leave person={person} /></section>}
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
