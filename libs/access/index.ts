export { Attempts, type Attempt } from './attempts.js';
export { nobodyYet, personOfSubject } from './people.js';
export { IdentityProvider, ProviderUnreachable, SignInRefused, type ProviderSettings, type SignedIn } from './provider.js';
export { Sessions, type EndedBecause, type Found, type Session, type SessionLimits } from './session.js';
