import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'notifications', lazy: () => import('./notifications.screen.js') }, { path: 'notifications/settings', lazy: () => import('./settings.screen.js') }];
