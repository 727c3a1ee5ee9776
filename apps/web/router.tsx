import { createBrowserRouter } from 'react-router';
import { areas } from './areas.js';
import { Crashed } from './frame/Crashed.js';
import { Home } from './frame/Home.js';
import { SessionGate } from './frame/SessionGate.js';
import { TextSkeleton } from './kit/Skeletons.js';

// In the shape of a page while a screen's file is on its way.
const fallback = <TextSkeleton />;

/** Every screen; those of an area come from its own routes.tsx. */
export const router = createBrowserRouter([
  { path: '/signed-in', lazy: () => import('./frame/signed-in.screen.js'), errorElement: <Crashed />, hydrateFallbackElement: fallback },
  { path: '/setup', lazy: () => import('./setup/setup.screen.js'), errorElement: <Crashed />, hydrateFallbackElement: fallback },
  {
    path: '/kit',
    lazy: () => import('./kit-page/kit-frame.screen.js'),
    errorElement: <Crashed />,
    hydrateFallbackElement: fallback,
    children: [{ index: true, lazy: () => import('./kit-page/kit.screen.js') }],
  },
  {
    path: '/',
    element: <SessionGate />,
    errorElement: <Crashed />,
    hydrateFallbackElement: fallback,
    children: [
      { index: true, element: <Home /> },
      ...areas.flatMap((area) => area.routes),
      { path: '*', lazy: () => import('./frame/not-found.screen.js') },
    ],
  },
]);
