import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { languages } from '#locales';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import type { InstitutionDto, PostInputDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import styles from './Admin.module.css';
import { FormDialog } from './FormDialog.js';
import { PostsField, postFaults } from './PostsField.js';
import { adminQueries } from './reading.js';

/** A person: how the identity provider knows them, name and contact, posts. */
export function AddPersonDialog({ institutions, onClose }: { institutions: readonly InstitutionDto[]; onClose: () => void }) {
  const t = useT();
  const lang = useLanguage();
  const mine = useSession().posts.filter(({ role }) => role === 'admin').map(({ institutionId }) => institutionId);
  const own = institutions.filter(({ id }) => mine.includes(id));
  const [person, setPerson] = useState({ subject: '', name: '', nameOriginal: '', email: '', phone: '', title: '', language: lang });
  const [posts, setPosts] = useState<PostInputDto[]>([{ institutionId: own.length === 1 ? own[0]?.id ?? '' : '', role: 'specialist', discipline: null }]);
  const [tried, setTried] = useState(false);
  const command = useCommand<object>({ path: '/api/people', key: 'add-person', invalidates: adminQueries });
  const zone = institutions.find(({ id }) => id === posts[0]?.institutionId)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const mail = /^[^\s@]+@[^\s@]+$/.test(person.email);
  const send = async () => {
    setTried(true);
    if (person.subject.trim() === '' || person.name.trim() === '' || !mail || postFaults(posts)) return;
    const given = Object.fromEntries(Object.entries(person).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''));
    if (await command.run({ ...given, zone, posts }) !== undefined) onClose();
  };
  const text = (name: keyof typeof person, label: string, hint?: string, missing = false) => (
    <TextInput label={t(label)} description={hint === undefined ? undefined : t(hint)} value={person[name]} dir="auto" error={tried && missing ? t('admin.needed') : null} onChange={(event) => setPerson({ ...person, [name]: event.currentTarget.value })} />
  );
  return (
    <FormDialog title={t('people.add')} verb={t('people.add')} onClose={onClose} onSubmit={() => void send()} sending={command.sending} problem={command.problem}>
      <div className={styles.two}>
        {text('name', 'people.name', 'people.nameHint', person.name.trim() === '')}
        {text('nameOriginal', 'people.nameOriginal', 'common.optional')}
        {text('email', 'people.email', undefined, !mail)}
        {text('phone', 'people.phone', 'common.optional')}
        {text('title', 'people.jobTitle', 'common.optional')}
        <Select label={t('people.language')} data={languages.map(({ code, name }) => ({ value: code, label: name }))} value={person.language} allowDeselect={false} onChange={(language) => setPerson({ ...person, language: language ?? person.language })} />
      </div>
      {text('subject', 'people.subject', 'people.subjectHint', person.subject.trim() === '')}
      <PostsField posts={posts} onChange={setPosts} institutions={own} tried={tried} />
    </FormDialog>
  );
}
