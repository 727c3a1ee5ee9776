import { problemOf } from '../api/problem.js';
import { usePerson } from '../admin/reading.js';
import { useSession } from '../api/session.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { Leave } from './Leave.js';
import { Substitutes } from './Substitutes.js';

/** One's own absence: from when to when, and who stands in. */
export function Component() {
  const t = useT();
  const me = usePerson(useSession().person.id);
  return (
    <Page title={t('people.absence')}>
      {me.error && <ProblemView problem={problemOf(me.error)} onNext={() => void me.refetch()} />}
      {me.isPending && <TextSkeleton lines={6} />}
      {me.data && (
        <div key={me.data.version} style={{ display: 'grid', gap: 16, maxInlineSize: 760 }}>
          <p><T k="people.absenceWhat" /></p>
          <Card><Leave person={me.data} /></Card>
          <Card><Substitutes person={me.data} /></Card>
        </div>
      )}
    </Page>
  );
}
