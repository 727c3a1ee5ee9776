import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** The framework's own messages name classes and routes: kept at debug; its faults come with their kind only. */
export const quietly = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug({ nest: text(message) }),
  verbose: (message: unknown) => log.trace({ nest: text(message) }),
  debug: (message: unknown) => log.debug({ nest: text(message) }),
  warn: (message: unknown) => log.warn({ nest: text(message) }),
  error: (message: unknown) => log.error({ nest: message instanceof Error ? message.name : text(message) }),
  fatal: (message: unknown) => log.fatal({ nest: message instanceof Error ? message.name : text(message) }),
});
const text = (message: unknown): string => (typeof message === 'string' ? message : '');
