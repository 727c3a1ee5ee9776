import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'meetings', lazy: () => import('./list.screen.js') },
  { path: 'meetings/new', lazy: () => import('./plan.screen.js') },
  { path: 'meetings/:meetingId', lazy: () => import('./meeting.screen.js') },
  { path: 'meetings/:meetingId/present', lazy: () => import('./present.screen.js') },
];
