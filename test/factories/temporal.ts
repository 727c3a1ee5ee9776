import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, makeTelemetryFilterString, Runtime, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

interface Programs { readonly findProgram: (name: string, options: { cache: string }) => Promise<string> }

/** Only errors: a test's own output is what it says. */
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } } });

const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Path of a Temporal program: what `npm test` found, or found the same way when one spec is run by hand. */
export async function temporalProgram(name: 'temporal' | 'temporal-test-server'): Promise<string> {
  const { findProgram } = (await import(join(checkout, 'scripts/machine/programs.mjs'))) as Programs;
  return findProgram(name, { cache: join(process.env['CONSILIUM_HOME'] ?? join(checkout, '.consilium'), 'cache') });
}

/** The server that skips time while a test awaits a result or `sleep`. */
export async function skippingEnvironment(): Promise<TestWorkflowEnvironment> {
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path: await temporalProgram('temporal-test-server') } } });
}

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;
/** The workflows from source, bundled once a process. */
export const workflowBundle = (): Promise<WorkflowBundleWithSourceMap> => (bundle ??= bundleWorkflowCode({
  logger: new DefaultLogger('ERROR'),
  workflowsPath: join(checkout, 'workflows/index.ts'),
  webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
}));
