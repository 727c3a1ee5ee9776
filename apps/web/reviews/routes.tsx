import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases/:caseId/reviews/:taskId', lazy: () => import('./review.screen.js') },
  { path: 'cases/:caseId/discordance/:taskId', lazy: () => import('./discordance.screen.js') },
];
