import { apiFetch } from './http.js';

/** What the generated client starts with: our fetch, and failures thrown as ProblemError. */
export const createClientConfig = <Config extends object>(config?: Config) => ({ ...config, baseUrl: '', fetch: apiFetch, throwOnError: true as const });
