import type { KeyboardEvent } from 'react';

/** Moves the focus to the next or previous element with a tabindex in the same list: j, k or the arrows. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const parent = event.currentTarget.closest('[data-rows], tbody, ul, ol') ?? event.currentTarget.parentElement;
  const rows = [...parent?.querySelectorAll<HTMLElement>('tr[tabindex], [data-row]') ?? []];
  rows[rows.indexOf(event.currentTarget) + step]?.focus();
}
