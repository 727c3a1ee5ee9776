import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../api/http.js';
import { problemOf, type Problem } from '../api/problem.js';
import { unsaved, useAutosave } from '../api/useAutosave.js';
import { useSession } from '../api/session.js';
import type { ReferralViewDto, SavedDto } from '../generated/types.gen.js';
import type { Answers } from '../kit/form/definition.js';
import { useForm } from '../kit/form/useForm.js';
import { merged } from './merge.js';

/** The referral form on the screen: kept as one types, brought together with what others saved, settled into the case. */
export function useReferralDraft(view: ReferralViewDto) {
  const { caseId, draft, form: definition } = view;
  const key = `referral:${caseId}`;
  const me = useSession().person.id;
  const queries = useQueryClient();
  const [initial] = useState(() => unsaved<Answers>(key) ?? answersIn(view));
  const base = useRef(answersIn(view));
  const now = useRef(initial);
  const settled = useRef<number | null>(null);
  const [both, setBoth] = useState<readonly string[]>([]);
  const [settling, setSettling] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const save = useCallback((answers: Answers, seenVersion: number) => request<SavedDto>(`/api/cases/${caseId}/referral/draft`, {
    method: 'PUT', headers: { 'idempotency-key': crypto.randomUUID() }, body: { draftId: draft.draftId, seenVersion, answers, openedBy: me },
  }), [caseId, draft.draftId, me]);
  const autosave = useAutosave<Answers>({ key, version: draft.version, save });
  const form = useForm(definition, initial, useCallback((answers: Answers) => { now.current = answers; autosave.change(answers); }, [autosave.change]));
  // Typed before a reload and never sent.
  useEffect(() => { if (initial !== draft.answers && unsaved(key) !== null) autosave.change(initial); }, []);

  /** After a conflict: what the other saved, with what I typed since. */
  const bringIn = async () => {
    const latest = await queries.fetchQuery({ queryKey: ['referral', caseId], queryFn: () => request<ReferralViewDto>(`/api/cases/${caseId}/referral`), staleTime: 0 });
    const theirs = answersIn(latest);
    const result = merged(base.current, now.current, theirs);
    base.current = theirs;
    for (const id of new Set([...Object.keys(result.answers), ...Object.keys(now.current)])) form.change(id, result.answers[id]);
    setBoth(result.both);
    // At once: what waits to be sent is still what was refused, and must not go over theirs.
    autosave.change(result.answers);
    autosave.resume(latest.draft.version);
  };

  /** Keeps what is typed and puts it into the case, so that completeness is counted anew. False: not done, see `problem`. */
  const settle = async (): Promise<boolean> => {
    setSettling(true);
    setProblem(null);
    try {
      if (!await autosave.flush()) return false;
      if (autosave.version() === 0 || autosave.version() === settled.current) return true;
      await request(`/api/cases/${caseId}/answer-data-set`, { method: 'POST', headers: { 'idempotency-key': crypto.randomUUID() }, body: { draftId: draft.draftId } });
      settled.current = autosave.version();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setSettling(false);
    }
  };
  return { form, autosave, both, bringIn, settle, settling, problem: problem ?? (autosave.state.kind === 'failed' ? autosave.problem : null) };
}

/** The draft's answers as the api gives them: an object whose shape the server has checked. */
function answersIn(view: ReferralViewDto): Answers {
  return view.draft.answers as Answers;
}
