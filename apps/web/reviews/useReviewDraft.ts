import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { request } from '../api/http.js';
import { problemOf, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { unsaved, useAutosave } from '../api/useAutosave.js';
import type { ReviewViewDto, SavedDto } from '../generated/types.gen.js';
import { merged } from '../intake/merge.js';
import type { Answers } from '../kit/form/definition.js';
import { useForm } from '../kit/form/useForm.js';
import { answersIn, askReview, reviewKey } from './reading.js';

/**
 * The review's form on the screen: kept as one types, never put over what somebody else saved (case H4). `place` is where the draft
 * is kept: the review's own, or an amendment's.
 */
export function useReviewDraft(view: ReviewViewDto, place: string) {
  const { caseId, draft } = view;
  const taskId = view.task.id;
  const key = `review:${place}`;
  const me = useSession().person.id;
  const queries = useQueryClient();
  const [typedBefore] = useState(() => unsaved<Answers>(key));
  const base = useRef(answersIn(draft.answers));
  const now = useRef(typedBefore ?? base.current);
  const [both, setBoth] = useState<readonly string[]>([]);
  // Fields that keep what was typed to themselves are made anew when others' answers come in.
  const [generation, setGeneration] = useState(0);
  const [broughtIn, setBroughtIn] = useState<Problem | null>(null);

  const last = useRef<{ answers: Answers; seenVersion: number; id: string } | null>(null);
  const save = useCallback((answers: Answers, seenVersion: number) => {
    // The same save sent again (its answer was lost on the way) keeps its key, so that nobody is in conflict with themselves.
    if (last.current?.answers !== answers || last.current.seenVersion !== seenVersion) last.current = { answers, seenVersion, id: crypto.randomUUID() };
    return request<SavedDto>(`/api/cases/${caseId}/${place}/draft`, {
      method: 'PUT', headers: { 'idempotency-key': last.current.id }, body: { draftId: draft.draftId, seenVersion, answers, openedBy: me },
    });
  }, [caseId, place, draft.draftId, me]);
  const autosave = useAutosave<Answers>({ key, version: draft.version, save });
  const form = useForm(view.form, now.current, useCallback((answers: Answers) => { now.current = answers; autosave.change(answers); }, [autosave.change]));
  // Typed before a reload and never sent.
  useEffect(() => { if (typedBefore !== null) autosave.change(typedBefore); }, []);

  /** After a conflict: what the other saved, with what was typed here since. Fields that both changed keep what is here, and are named. */
  const bringIn = async () => {
    try {
      const latest = await queries.fetchQuery({ queryKey: reviewKey(caseId, taskId), queryFn: () => askReview(caseId, taskId), staleTime: 0 });
      const theirs = answersIn(latest.draft.answers);
      const result = merged(base.current, now.current, theirs);
      base.current = theirs;
      for (const id of new Set([...Object.keys(result.answers), ...Object.keys(now.current)])) form.change(id, result.answers[id]);
      setBoth(result.both);
      setBroughtIn(null);
      setGeneration((count) => count + 1);
      // At once: what waits to be sent is still what was refused, and must not go over theirs.
      autosave.change(result.answers);
      autosave.resume(latest.draft.version);
    } catch (error) {
      setBroughtIn(problemOf(error));
    }
  };
  /** Answers that are known elsewhere come into the form, as if they were typed. */
  const takeOver = (answers: Answers) => {
    for (const [id, answer] of Object.entries(answers)) form.change(id, answer);
    setGeneration((count) => count + 1);
  };
  return { form, autosave, both, bringIn, takeOver, generation, problem: broughtIn };
}

export type ReviewDraft = ReturnType<typeof useReviewDraft>;
