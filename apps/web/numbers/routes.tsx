import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'numbers', lazy: () => import('./numbers.screen.js') }];
