import { Navigate } from 'react-router';
import { useDestinations } from './Rail.js';

/** The first screen that this person may see. */
export function Home() {
  return <Navigate to={`/${useDestinations()[0] ?? 'inbox'}`} replace />;
}
