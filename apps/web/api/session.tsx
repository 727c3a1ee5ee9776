import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { offerLanguage } from '../i18n/i18n.js';
import { request, setAuthor } from './http.js';

export interface Post { institutionId: string; institutionName: string; role: string; discipline?: string | null }

/** Who is signed in, and which screens the api says this person may see. */
export interface Session {
  person: { id: string; name: string; nameOriginal?: string | null; lang: string; zone: string };
  posts: Post[];
  may: string[];
  demo: boolean;
  csrf: string;
}

const SessionContext = createContext<Session | null>(null);

/** The session; throws outside a signed-in page, where no screen is shown. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** Asks the api who is signed in. `data` stays that of the last answer while a later question fails. */
export function useSessionQuery() {
  return useQuery({ queryKey: ['session'], queryFn: () => request<Session>('/api/session'), staleTime: 60_000, retry: false });
}

/** Gives the session to screens, the token to `request`, and the person's language to the page. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  setAuthor(session.csrf, session.person.id);
  useEffect(() => void offerLanguage(session.person.lang), [session.person.lang]);
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** The address that signs in and comes back to where one was. */
export function signInAddress(back: string, fresh = false): string {
  return `/api/sign-in?${fresh ? 'fresh=1&' : ''}return=${encodeURIComponent(back)}`;
}
