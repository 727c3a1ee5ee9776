/** Why the sign-in layer opens: the session has ended, or signing needs a fresh one. */
export type SignInCause = 'gone' | 'fresh';

/** Where the window that signed in tells the others. */
export const sessionChannel = 'consilium-session';

interface Asked { cause: SignInCause; done: (signedIn: boolean) => void }

let asked: Asked | null = null;
let waiting: Promise<boolean> | null = null;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Opens the layer over the screen and waits; true once the same person is signed in again, false when it was closed. */
export function askSignIn(cause: SignInCause): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    asked = { cause, done: (signedIn) => { asked = null; waiting = null; tell(); resolve(signedIn); } };
    tell();
  });
  return waiting;
}

/** For useSyncExternalStore: what is asked now. */
export const signInAsked = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  now: () => asked,
};
