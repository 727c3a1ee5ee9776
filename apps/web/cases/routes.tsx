import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases', lazy: () => import('./board.screen.js') },
  { path: 'cases/:caseId', lazy: () => import('./case.screen.js') },
];
