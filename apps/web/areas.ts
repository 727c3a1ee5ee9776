import type { RouteObject } from 'react-router';

/** Something that Ctrl-K can jump to. */
export interface Jump { id: string; label: string; description?: string; to: string }

/**
 * What a folder `apps/web/<area>/routes.tsx` gives: its screens (lazy, so that each area is its own file to load) and,
 * where it has some, what Ctrl-K finds in it. Areas are found by their file: none is listed by hand.
 */
export interface Area {
  routes: RouteObject[];
  findJumps?: (query: string, signal: AbortSignal) => Promise<Jump[]>;
}

export const areas: readonly Area[] = Object.values(import.meta.glob<Area>('./*/routes.tsx', { eager: true }));
