export { type ApiConfig, type CliConfig, loadConfig, type LocalConfig, type MigrateConfig, type ProcessName, type WorkerConfig } from './load.js';
export { describeConfig, type Described } from './describe.js';
export { ConfigError, type Environment, type Fault } from './reading.js';
export { localFile, withLocal } from './local.js';
export { signInPaths } from './settings.js';
