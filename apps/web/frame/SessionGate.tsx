import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { problemOf } from '../api/problem.js';
import { SessionProvider, signInAddress, useSessionQuery } from '../api/session.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { Frame } from './Frame.js';

/** Shows the frame to who is signed in and sends everybody else to sign in and back. */
export function SessionGate() {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  const problem = session.error ? problemOf(session.error) : null;
  const signedOut = problem?.status === 401 && !session.data;
  useEffect(() => { if (signedOut) window.location.assign(signInAddress(pathname + search)); }, [signedOut, pathname, search]);
  if (session.data) return <SessionProvider session={session.data}><Frame /></SessionProvider>;
  return (
    <main style={{ padding: 24, maxWidth: 720 }}>
      {problem && !signedOut ? <ProblemView problem={problem} onNext={() => void session.refetch()} /> : <TextSkeleton />}
    </main>
  );
}
