import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases/new', lazy: () => import('./new-referral.screen.js') },
  { path: 'cases/:caseId/referral', lazy: () => import('./referral.screen.js') },
];
