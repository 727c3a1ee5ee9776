import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { describeApi } from '../openapi.js';

const index = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Consilium: documentation</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:8vh auto;padding:0 1rem}</style>
<main><h1>Consilium</h1><ul><li><a href="/docs/api">The api, route by route</a></li><li><a href="/api/openapi.json">Its description (OpenAPI 3.1)</a></li></ul>
<p>A walk through the story case over HTTP is in the folder <code>examples</code>.</p></main></html>`;

/** `/docs`, the api's page with assets of our own, and `/api/openapi.json`. */
export function serveDocs(app: NestExpressApplication): void {
  const document = describeApi(app);
  SwaggerModule.setup('docs/api', app, document, { customSiteTitle: 'Consilium api', raw: false, swaggerOptions: { persistAuthorization: false, validatorUrl: null } });
  app.use('/api/openapi.json', (_request: Request, response: Response) => { response.json(document); });
  app.use('/docs', (request: Request, response: Response, next: () => void) => {
    if (request.path !== '/') { next(); return; }
    response.type('html').send(index);
  });
}
