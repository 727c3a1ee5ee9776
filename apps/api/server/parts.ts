import type { Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Attempts, IdentityProvider, Sessions } from '#access';
import type { Door } from '#door';
import type { FileStore } from '#files';
import * as tokens from '../door/tokens.js';
import type { TemporalHealth } from '../health/health.js';

/** What the api is built from: of the running product, or of a test on real PostgreSQL. */
export interface Parts {
  readonly config: { readonly publicUrl: string; readonly webDir: string; readonly demo: boolean; readonly pushPublicKey: string; readonly pushServices: string };
  readonly door: Door;
  readonly doorSource: DataSource;
  readonly readerSource: DataSource;
  readonly files: FileStore;
  readonly sessions: Sessions;
  readonly provider: IdentityProvider;
  readonly attempts: Attempts;
  readonly temporal: TemporalHealth;
  readonly clock: tokens.Clock;
  readonly liveCheckMs: number;
  readonly log: Logger;
}

export const wiring = (parts: Parts): Provider[] => [
  { provide: tokens.CONFIG, useValue: parts.config }, { provide: tokens.DOOR, useValue: parts.door }, { provide: tokens.DOOR_SOURCE, useValue: parts.doorSource },
  { provide: tokens.READER, useValue: parts.readerSource }, { provide: tokens.FILES, useValue: parts.files }, { provide: tokens.SESSIONS, useValue: parts.sessions },
  { provide: tokens.PROVIDER, useValue: parts.provider }, { provide: tokens.ATTEMPTS, useValue: parts.attempts }, { provide: tokens.TEMPORAL, useValue: parts.temporal },
  { provide: tokens.CLOCK, useValue: parts.clock }, { provide: tokens.LOGGER, useValue: parts.log }, { provide: tokens.LIVE_CHECK_MS, useValue: parts.liveCheckMs },
];
