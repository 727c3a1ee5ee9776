import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { controllers } from './controllers.js';
import { AccessGuard } from './http/access.guard.js';
import { validation } from './http/validation.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { providers } from './providers.js';
import { RateLimit } from './server/throttle.js';

/** The api over given parts: those of the running product, or a test's. */
@Module({})
export class ApiModule {
  static with(wiring: readonly Provider[]): DynamicModule {
    return {
      module: ApiModule, controllers,
      providers: [
        ...wiring, ...providers, { provide: APP_FILTER, useClass: ProblemFilter }, { provide: APP_PIPE, useFactory: validation },
        { provide: APP_GUARD, useFactory: () => new RateLimit() }, { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
