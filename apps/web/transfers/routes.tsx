import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'transfers', lazy: () => import('./list.screen.js') },
  { path: 'cases/:caseId/transfer', lazy: () => import('./transfer.screen.js') },
];
