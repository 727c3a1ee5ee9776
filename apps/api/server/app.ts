import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from '../api.module.js';
import { requestLog } from '../http/log.js';
import { onlyStorable } from '../http/storable.middleware.js';
import { prefix } from '../openapi.js';
import { serveDocs } from './docs.js';
import { notStored, securityHeaders } from './headers.js';
import { quietly } from './nest-log.js';
import { wiring, type Parts } from './parts.js';
import { servePage } from './web.js';

/** A form's answers are the longest body; a megabyte of text is a mistake. Files are streamed and have their own limit. */
const longestBody = '512kb';

/** The api, ready to listen: middlewares in the order in which a request meets them. */
export async function makeApp(parts: Parts): Promise<NestExpressApplication<Server>> {
  const app = await NestFactory.create<NestExpressApplication<Server>>(ApiModule.with(wiring(parts)), { bodyParser: false, logger: quietly(parts.log), abortOnError: false });
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(requestLog(parts.log));
  app.use(securityHeaders(parts.config.publicUrl));
  app.use('/api', notStored);
  app.use('/health', notStored);
  app.useBodyParser('json', { limit: longestBody, strict: true });
  app.useBodyParser('urlencoded', { limit: '64kb', extended: false });
  app.use('/api', onlyStorable);
  prefix(app);
  serveDocs(app);
  servePage(app.getHttpAdapter().getInstance(), parts.config.webDir);
  app.enableShutdownHooks();
  await app.init();
  return app;
}
