import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'admin/boards/:boardId', lazy: () => import('./board.screen.js') }];
