import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'admin', lazy: () => import('./overview.screen.js') },
  { path: 'admin/people', lazy: () => import('./people.screen.js') },
  { path: 'admin/mail', lazy: () => import('./mail.screen.js') },
  { path: 'admin/calendars', lazy: () => import('./calendar.screen.js') },
  { path: 'admin/times', lazy: () => import('../calendars/times.screen.js') },
  { path: 'admin/calendars/:calendarId', lazy: () => import('./calendar.screen.js') },
];
