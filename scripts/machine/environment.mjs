import { join } from 'node:path';
import { address } from './postgres.mjs';

/** The settings of the product's processes on this machine (their meaning stands in libs/config). */
export function settingsOf({ checkout, home, secrets, ports, empty }) {
  return {
    CONSILIUM_HOME: home.folder,
    CONSILIUM_HOST: '127.0.0.1',
    CONSILIUM_PORT: String(ports.product),
    CONSILIUM_PUBLIC_URL: `http://localhost:${ports.product}`,
    CONSILIUM_WEB_DIR: join(checkout, 'dist', 'web'),
    CONSILIUM_LOG_LEVEL: process.env.CONSILIUM_LOG_LEVEL || 'info',
    CONSILIUM_DEMO: String(!empty),
    CONSILIUM_DATABASE_DOOR_URL: address('door', secrets.door, ports.postgres),
    CONSILIUM_DATABASE_READER_URL: address('reader', secrets.reader, ports.postgres),
    CONSILIUM_TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    CONSILIUM_TEMPORAL_NAMESPACE: 'default',
    CONSILIUM_TASK_QUEUE: 'consilium',
    CONSILIUM_WORKFLOW_BUNDLE: join(checkout, 'dist', 'workflow-bundle.js'),
    CONSILIUM_OIDC_ISSUER: `http://localhost:${ports.signIn}`,
    CONSILIUM_OIDC_CLIENT_ID: 'consilium',
    CONSILIUM_OIDC_CLIENT_SECRET: secrets.oidcClient,
    CONSILIUM_SESSION_SECRET: secrets.session,
    CONSILIUM_FILES_DIR: home.at('files'),
    CONSILIUM_FILES_MASTER_KEY: secrets.filesMasterKey,
    CONSILIUM_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    CONSILIUM_MAIL_FROM: 'Consilium <no-reply@consilium.localhost>',
    CONSILIUM_ANSWERS_ADDRESS: 'answers@consilium.localhost',
    CONSILIUM_ANSWERS_SMTP_PORT: String(ports.answers),
    CONSILIUM_PUSH_PUBLIC_KEY: home.pushKeys().publicKey,
    CONSILIUM_PUSH_PRIVATE_KEY: home.pushKeys().privateKey,
  };
}

/** What `migrate` gets beside: the only process that may change tables. */
export const ownerSettings = ({ secrets, ports }) => ({ CONSILIUM_DATABASE_OWNER_URL: address('owner', secrets.owner, ports.postgres) });

/** What the sign-in and the mail catcher get beside. */
export const localSettings = ({ ports }) => ({
  CONSILIUM_SIGN_IN_PORT: String(ports.signIn),
  CONSILIUM_MAIL_PORT: String(ports.mailPage),
  CONSILIUM_MAIL_SMTP_PORT: String(ports.smtp),
});

/** The environment of a child: the machine's own without other settings of ours, and these. */
export function childEnvironment(...settings) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('CONSILIUM_') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(own), NODE_ENV: 'production', ...Object.assign({}, ...settings) };
}
