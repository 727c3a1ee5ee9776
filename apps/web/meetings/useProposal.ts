import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../api/session.js';
import { caretAfter } from './merge-text.js';
import { ProposalLine, type LineState } from './proposal-line.js';
import { proposalServer } from './proposal-server.js';
import type { Proposal } from './proposal.js';
import { keepUnsent, unsentOf } from './unsent.js';

/** A screen that nobody touches asks no more, so that it keeps no session alive. */
const unusedAfter = 10 * 60_000;

/**
 * What is typed for a case at a meeting: on the screen at once, on the server a moment later, together with what others type. While the line is
 * down it is kept in this browser, and sent when the line is back.
 */
export function useProposal(meetingId: string, caseId: string, laterality: string | null) {
  const me = useSession().person.id;
  const [line] = useState(() => new ProposalLine(laterality, proposalServer(meetingId, caseId, me), {
    kept: () => unsentOf(me, meetingId, caseId), keep: (unsent) => keepUnsent(me, meetingId, caseId, unsent),
  }));
  const used = useRef(Date.now());
  const [state, setState] = useState<LineState>(line.state);
  const caret = useRef<{ id: string; at: number } | null>(null);

  useEffect(() => {
    const stop = line.follow((next, before) => { caret.current = caretIn(before, next.mine); setState(next); });
    const again = () => { if (line.state.unsentSince !== null || Date.now() - used.current < unusedAfter) void line.look(); };
    const use = () => { used.current = Date.now(); };
    const every = setInterval(again, 3000);
    const heard = [['online', again], ['keydown', use], ['pointerdown', use]] as const;
    for (const [name, listener] of heard) window.addEventListener(name, listener);
    again();
    return () => { clearInterval(every); for (const [name, listener] of heard) window.removeEventListener(name, listener); stop(); };
  }, [line]);

  // Another's words came into the field in which I type: the caret stays at mine.
  useLayoutEffect(() => {
    const field = caret.current && document.getElementById(caret.current.id);
    if (field instanceof HTMLTextAreaElement && caret.current) field.setSelectionRange(caret.current.at, caret.current.at);
    caret.current = null;
  }, [state]);

  return { ...state, typed: state.mine, change: (part: Partial<Proposal>) => line.change(part), flush: () => line.flush(), forget: () => line.end(), settled: () => line.settled() };
}

/** Where the caret is to stand after `typed` came in from elsewhere; null where it stands by itself. */
function caretIn(before: Proposal, after: Proposal): { id: string; at: number } | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement) || !field.id.startsWith('proposal-')) return null;
  const name = field.id.slice('proposal-'.length) as keyof Proposal;
  const [was, is] = [before[name], after[name]];
  if (typeof was !== 'string' || typeof is !== 'string' || was === is || field.value !== was) return null;
  return { id: field.id, at: caretAfter(was, is, field.selectionStart) };
}
