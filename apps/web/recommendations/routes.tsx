import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases/:caseId/outcomes/:outcomeId', lazy: () => import('./outcome.screen.js') },
  { path: 'letters/verify', lazy: () => import('./verify.screen.js') },
];
