import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import { useSession } from '../api/session.js';
import { useCommand } from '../api/useCommand.js';
import type { CaseViewDto, ProcessStatusDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { caseQueries } from './reading.js';

/** While the process is behind, a case manager may make a ready move by hand; the process then finds it done. */
export function HandMoves({ view }: { view: CaseViewDto }) {
  const { posts } = useSession();
  const status = useQuery({ queryKey: ['process-status'], queryFn: () => request<ProcessStatusDto>('/api/status'), retry: false });
  const [move] = view.readyMoves;
  if (!move || !status.data?.behind || !posts.some((post) => post.role === 'caseManager')) return null;
  return <HandMove key={move.name} caseId={view.id} name={move.name} round={move.round} />;
}

function HandMove({ caseId, name, round }: { caseId: string; name: string; round: number }) {
  const t = useT();
  const command = useCommand<object>({ path: `/api/cases/${caseId}/moves/${name}`, key: `${name}:${caseId}:${round}`, invalidates: caseQueries });
  return (
    <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
      <Button size="compact-sm" variant="default" loading={command.sending} onClick={() => void command.run({ round })}><T k="cases.makeMove" values={{ move: t(`cases.move.${name}`) }} /></Button>
      {command.problem && <ProblemView problem={command.problem} takeFocus onNext={command.reset} />}
    </div>
  );
}
