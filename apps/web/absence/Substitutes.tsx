import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import { adminQueries, usePeople } from '../admin/reading.js';
import type { PersonDto, PostDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';

type Discipline = NonNullable<PostDto['discipline']>;

/** Who stands in for a person: in each field of theirs, and for everything else. Each is saved by itself. */
export function Substitutes({ person }: { person: PersonDto }) {
  const fields = [...new Set(person.posts.flatMap(({ discipline }) => (discipline === null ? [] : [discipline])))];
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Substitute person={person} discipline={null} />
      {fields.map((discipline) => <Substitute key={discipline} person={person} discipline={discipline} />)}
    </div>
  );
}

function Substitute({ person, discipline }: { person: PersonDto; discipline: Discipline | null }) {
  const t = useT();
  const people = usePeople(person.posts[0]?.institution.id ?? null, false);
  const named = discipline === null ? person.substitute : person.substitutes.find((one) => one.discipline === discipline)?.person ?? null;
  const [chosen, setChosen] = useState<string | null>(named?.id ?? null);
  const command = useCommand<object>({ path: `/api/people/${person.id}/substitute`, key: `substitute:${discipline ?? 'all'}:${person.id}`, invalidates: adminQueries });
  const others = (people.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id, posts }) => id !== person.id && (discipline === null || posts.some((post) => post.discipline === discipline)));
  const data = [...(named && !others.some(({ id }) => id === named.id) ? [named] : []), ...others].map(({ id, name }) => ({ value: id, label: name }));
  const save = () => void command.run({ substituteId: chosen, ...(discipline === null ? {} : { discipline }), seenVersion: person.version });
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <Select label={discipline === null ? t('people.substituteForAll') : t('people.substituteFor', { discipline: t(`lists.discipline.${discipline}`) })} description={discipline === null ? t('people.substituteForAllHint') : undefined}
        data={data} value={chosen} onChange={setChosen} searchable clearable clearButtonProps={{ 'aria-label': t('common.clear') }} />
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
      {chosen !== (named?.id ?? null) && <Group><Button size="compact-sm" loading={command.sending} onClick={save}>{t('common.save')}</Button></Group>}
    </div>
  );
}
