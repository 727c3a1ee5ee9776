/** The seven states; the same shape, word and hue everywhere (chips, strip, tables). */
export type Status = 'waiting' | 'onTime' | 'dueSoon' | 'overdue' | 'onHold' | 'done' | 'blocked';

export const statuses: readonly Status[] = ['waiting', 'onTime', 'dueSoon', 'overdue', 'onHold', 'done', 'blocked'];

const hues: Record<Status, string> = {
  waiting: 'var(--waiting)', onTime: 'var(--on-time)', dueSoon: 'var(--due-soon)', overdue: 'var(--overdue)',
  onHold: 'var(--on-hold)', done: 'var(--done)', blocked: 'var(--blocked)',
};

/** The hue of a state, as a CSS value that follows the colour scheme. */
export const hueOf = (status: Status): string => hues[status];
