import { join } from 'node:path';
import { type LocalConfig, signInPaths } from '#config';
import Provider, { type Configuration, interactionPolicy } from 'oidc-provider';
import { keysIn } from './keys.js';
import { peopleIn } from './people.js';
import { storeIn } from './store.js';

const scope = 'openid profile email';
const [minutes, hours] = [60, 3600];

/** An OpenID Connect identity provider for one machine: authorization code with PKCE, one client, keys of its own. */
export async function makeProvider(config: LocalConfig): Promise<Provider> {
  const folder = join(config.home, 'sign-in');
  const keys = await keysIn(join(folder, 'keys.json'));
  return new Provider(config.oidcIssuer, {
    adapter: storeIn(join(folder, 'store')),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [client(config)],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: confirmAtOnce } },
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}`, policy: askEveryTime() },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    scopes: scope.split(' '),
    ttl: { AccessToken: 10 * minutes, AuthorizationCode: minutes, IdToken: 10 * minutes, Interaction: hours, Session: 12 * hours, Grant: 12 * hours },
    findAccount: (_ctx, subject) => account(config.home, subject),
    loadExistingGrant: grantAll,
  });
}

function client(config: LocalConfig) {
  return {
    client_id: config.oidcClientId,
    client_secret: config.oidcClientSecret,
    redirect_uris: [config.publicUrl + signInPaths.callback],
    post_logout_redirect_uris: [config.publicUrl + signInPaths.signedOut],
    // The product judges how fresh a sign-in is by this time, so it must always be told.
    require_auth_time: true,
  };
}

/**
 * Whoever tries Consilium changes people all the time, so every sign-in shows the page; this also answers `max_age` and
 * `prompt=login`, whose wish is a fresh sign-in.
 */
function askEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    new Check('choose', 'a person is chosen at every sign-in', (ctx) => (ctx.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT)),
  );
  return policy;
}

function account(home: string, subject: string) {
  const person = peopleIn(home).find((each) => each.subject === subject);
  return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name, email: person.email, email_verified: true }) };
}

/** The one client is the product itself: nobody is asked for consent to it. */
const grantAll: Configuration['loadExistingGrant'] = async (ctx) => {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scope);
  await grant.save();
  return grant;
};

/** Signing out was asked for in the product already, so the page answers itself; without scripts it needs one click. */
async function confirmAtOnce(ctx: { body: unknown }, form: string): Promise<void> {
  const button = '<button id="yes" type="submit" form="op.logoutForm" name="logout" value="yes">OK</button>';
  ctx.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Consilium</title><body>${form}${button}<script>document.getElementById('yes').click()</script></body></html>`;
}
