import { address, answersMailbox, choice, flag, key, type Kind, mailbox, path, port, pushKey, text, url, webAddress, whole } from './kinds.js';

/** One variable of the environment, able to describe itself. */
export interface Setting<T> {
  readonly name: string;
  readonly kind: Kind<T>;
  readonly description: string;
  /** A text of this kind, for documents; never a real value. */
  readonly example: string;
  /** Taken when the variable is unset or empty; without it the variable is needed. */
  readonly fallback?: string;
  /** A secret is left out of anything that is printed. */
  readonly secret: boolean;
}

const open = <T>(name: string, kind: Kind<T>, description: string, fallback: string): Setting<T> => ({
  name, kind, description, fallback, example: fallback, secret: false,
});
const needed = <T>(name: string, kind: Kind<T>, description: string, example: string): Setting<T> => ({
  name, kind, description, example, secret: false,
});
const secret = <T>(name: string, kind: Kind<T>, description: string, example: string): Setting<T> => ({
  name, kind, description, example, secret: true,
});

const database = url('postgres', 'postgresql');

/** Where the identity provider sends the browser back to, and where it ends after signing out: below the public address. */
export const signInPaths = { callback: '/api/sign-in/callback', backChannelLogout: '/api/sign-out/back-channel', signedOut: '/' } as const;

/** Every setting of every process of the product. Who reads which stands in `load.ts`. */
export const settings = {
  home: open('CONSILIUM_HOME', path, 'Folder of everything the product keeps outside PostgreSQL', '.consilium'),
  host: open('CONSILIUM_HOST', text(), 'Network address the api listens on', '127.0.0.1'),
  port: open('CONSILIUM_PORT', port, 'Port of the page and the api', '3000'),
  publicUrl: open('CONSILIUM_PUBLIC_URL', webAddress, 'Address that people type; in links of mails and in sign-in', 'http://localhost:3000'),
  webDir: open('CONSILIUM_WEB_DIR', path, 'Folder of the built page', 'dist/web'),
  logLevel: open('CONSILIUM_LOG_LEVEL', choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), 'How much is logged', 'info'),
  demo: open('CONSILIUM_DEMO', flag, 'Whether this installation shows demo people and says so on every page', 'false'),

  databaseOwnerUrl: secret('CONSILIUM_DATABASE_OWNER_URL', database, 'PostgreSQL 15 or newer as role owner: migrations only', 'postgres://owner:password@localhost:5432/consilium'),
  databaseDoorUrl: secret('CONSILIUM_DATABASE_DOOR_URL', database, 'PostgreSQL as role door: every change goes through it', 'postgres://door:password@localhost:5432/consilium'),
  databaseReaderUrl: secret('CONSILIUM_DATABASE_READER_URL', database, 'PostgreSQL as role reader: everything that is shown', 'postgres://reader:password@localhost:5432/consilium'),

  temporalAddress: open('CONSILIUM_TEMPORAL_ADDRESS', address, 'Temporal frontend', '127.0.0.1:7233'),
  temporalNamespace: open('CONSILIUM_TEMPORAL_NAMESPACE', text(), 'Temporal namespace', 'default'),
  taskQueue: open('CONSILIUM_TASK_QUEUE', text(), 'Task queue of the workflows', 'consilium'),
  workflowBundle: open('CONSILIUM_WORKFLOW_BUNDLE', path, 'Workflow bundle that the build made', 'dist/workflow-bundle.js'),

  oidcIssuer: needed('CONSILIUM_OIDC_ISSUER', webAddress, 'OpenID Connect identity provider', 'https://sign-in.hospital.example/realms/consilium'),
  oidcClientId: open('CONSILIUM_OIDC_CLIENT_ID', text(), 'Client id at the identity provider', 'consilium'),
  oidcClientSecret: secret('CONSILIUM_OIDC_CLIENT_SECRET', text(16), 'Client secret at the identity provider', 'at-least-sixteen-characters'),
  sessionSecret: secret('CONSILIUM_SESSION_SECRET', text(32), 'Signs what the browser holds during sign-in (make one: openssl rand -base64 32)', 'at-least-thirty-two-random-characters'),
  // Using a session is noted once a minute: an end after fewer than five minutes would come by chance.
  sessionIdleMinutes: open('CONSILIUM_SESSION_IDLE_MINUTES', whole('minutes', 5, 240), 'A session that nobody uses for so long ends', '30'),
  sessionHours: open('CONSILIUM_SESSION_HOURS', whole('hours', 1, 24), 'A session ends so long after sign-in, used or not', '12'),

  filesDir: open('CONSILIUM_FILES_DIR', path, 'Folder of the encrypted files', '.consilium/files'),
  filesMasterKey: secret('CONSILIUM_FILES_MASTER_KEY', key, 'Wraps the key of each file; lost with it are all files (make one: openssl rand -base64 32)', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='),

  smtpUrl: secret('CONSILIUM_SMTP_URL', url('smtp', 'smtps'), 'Mail server, with user and password where it wants them', 'smtp://localhost:1025'),
  mailFrom: open('CONSILIUM_MAIL_FROM', mailbox, 'Sender of every mail', 'Consilium <no-reply@consilium.localhost>'),
  answersAddress: open('CONSILIUM_ANSWERS_ADDRESS', answersMailbox, 'Mail address to which calendars answer invitations; without it no answer is read from a mail', ''),
  answersSmtpHost: open('CONSILIUM_ANSWERS_SMTP_HOST', text(), 'Network address on which the worker takes those answers from the mail server', '127.0.0.1'),
  answersSmtpPort: open('CONSILIUM_ANSWERS_SMTP_PORT', port, 'Port of it', '2525'),

  pushPublicKey: open('CONSILIUM_PUSH_PUBLIC_KEY', pushKey(65), 'Public half of the VAPID key pair; without it nobody is pushed anything', ''),
  pushPrivateKey: { ...secret('CONSILIUM_PUSH_PRIVATE_KEY', pushKey(32), 'Private half of the VAPID key pair: signs what is pushed', ''), fallback: '' },
  pushServices: open('CONSILIUM_PUSH_SERVICES', text(), 'Hosts of push services that browsers may name, by comma; *. before one allows its subdomains', 'fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com'),

  signInPort: open('CONSILIUM_SIGN_IN_PORT', port, 'Port of the identity provider with demo people; on one machine only', '3001'),
  mailPort: open('CONSILIUM_MAIL_PORT', port, 'Port of the page that shows caught mails; on one machine only', '3002'),
  mailSmtpPort: open('CONSILIUM_MAIL_SMTP_PORT', port, 'Port on which mails are caught; on one machine only', '3003'),
} satisfies Record<string, Setting<unknown>>;
