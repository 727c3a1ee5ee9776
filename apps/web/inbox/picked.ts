import { useState } from 'react';
import type { InboxItemDto, ManyTasksDoneDto } from '../generated/types.gen.js';

/** Tasks chosen together. What left the list (done by somebody, claimed) is no longer among them; what failed stays chosen. */
export function usePicked(rows: readonly InboxItemDto[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<{ answer: ManyTasksDoneDto; known: ReadonlyMap<string, InboxItemDto> } | null>(null);
  const picked = rows.filter(({ task }) => ids.has(task.id)).slice(0, 100);
  const toggle = ({ task: { id } }: InboxItemDto) => setIds((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  return {
    picked, toggle, isPicked: ({ task }: InboxItemDto) => ids.has(task.id), clear: () => setIds(new Set()),
    answer: told?.answer ?? null, known: told?.known ?? new Map<string, InboxItemDto>(), forget: () => setTold(null),
    answered: (answer: ManyTasksDoneDto) => {
      setTold({ answer, known: new Map(picked.map((item) => [item.task.id, item])) });
      setIds(new Set(answer.answers.filter(({ done }) => !done).map(({ taskId }) => taskId)));
    },
  };
}
