import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'absence', lazy: () => import('./absence.screen.js') }];
