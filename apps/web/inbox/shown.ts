import type { InboxCountsDto, InboxItemDto } from '../generated/types.gen.js';

export type InboxGroup = InboxItemDto['group'];

/** In the order in which they stand on the page: what is late first, what nobody has before what has time. */
export const groupOrder: readonly InboxGroup[] = ['handedToMe', 'overdue', 'today', 'thisWeek', 'pool', 'later', 'undated', 'waitingOnOthers'];

/** What can be chosen at the side: everything of one's own, or one group of it. */
export const choices = ['mine', ...groupOrder] as const;
export type Shown = (typeof choices)[number];
export const isShown = (name: string | null): name is Shown => choices.some((each) => each === name);

/** Which part of the api's list a choice needs; groups by day are cut out of one's own on the screen. */
export function partOf(shown: Shown): 'mine' | 'own' | 'pool' | 'handedToMe' | 'waitingOnOthers' {
  switch (shown) {
    case 'mine': case 'pool': case 'handedToMe': case 'waitingOnOthers': return shown;
    case 'overdue': case 'today': case 'thisWeek': case 'later': case 'undated': return 'own';
  }
}

/** How many rows there are where nothing is chosen. */
export const everything = ({ mine, handedToMe, pool }: Pick<InboxCountsDto, 'mine' | 'handedToMe' | 'pool'>): number => mine + handedToMe + pool;

export interface GroupOfItems { group: InboxGroup; items: readonly InboxItemDto[] }

/** Rows under their headings. Inside a group they stand as the api gave them: least time first, undated last. */
export function grouped(items: readonly InboxItemDto[], shown: Shown): GroupOfItems[] {
  const wanted = shown === 'mine' ? items : items.filter((item) => item.group === shown);
  return groupOrder.map((group) => ({ group, items: wanted.filter((item) => item.group === group) })).filter(({ items: found }) => found.length > 0);
}
