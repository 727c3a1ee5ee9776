import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { controllers } from './controllers.js';
import { providers } from './providers.js';

/** The api over given parts (`wiring`): those of the running product, or a test's. */
@Module({})
export class ApiModule {
  static with(wiring: readonly Provider[]): DynamicModule {
    return { module: ApiModule, controllers, providers: [...wiring, ...providers] };
  }
}
