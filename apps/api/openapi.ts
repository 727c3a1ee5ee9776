import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import * as tokens from './door/tokens.js';
import { ChangedDto } from './live/live.dto.js';

const description = `Consilium over HTTP. Sign-in by OpenID Connect at \`/api/sign-in\`; a session cookie carries it.

Every change needs \`Idempotency-Key\` (a UUID: the same again gets the same answer) and \`X-CSRF-Token\` (\`csrf\` of \`GET /api/session\`).
Refusals are RFC 9457 problems with a stable \`code\`, a sentence and a next step in the language of \`Accept-Language\`.
Instants are UTC in ISO 8601 with milliseconds, dates are \`YYYY-MM-DD\`. Lists are paged by key: send \`next\` back as \`after\`.`;

/** The description of the api, made from its controllers. Complete only from a build: the compiler plugin reads the types. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Consilium').setDescription(description).setVersion('0.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0').addCookieAuth('consilium', { type: 'apiKey', in: 'cookie', name: 'consilium' }, 'session').addSecurityRequirements('session').build();
  return settled(SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method, extraModels: [ChangedDto] }));
}

/**
 * Two things that the compiler plugin can't know: every POST answers 200 (`Reads` and `Changes` say so), and the order in
 * which the compiler lists a union is chance, so that the committed file would change without a cause.
 */
function settled(document: OpenAPIObject): OpenAPIObject {
  for (const { post } of Object.values(document.paths)) {
    const created = post?.responses['201'];
    if (!post || !created) continue;
    delete post.responses['201'];
    post.responses['200'] = { ...created, description: 'Done' };
  }
  return JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'enum' && Array.isArray(value) ? [...(value as unknown[])].sort(byText) : value)) as OpenAPIObject;
}

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

const absent = Object.values(tokens).map((provide) => ({ provide, useValue: null }));

/** Without database, Temporal or identity provider: nothing is instantiated. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(ApiModule.with(absent), { preview: true, logger: ['error'], abortOnError: false });
  prefix(app);
  return describeApi(app);
}

/** `/api` before every route but the health checks. */
export function prefix(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
}
