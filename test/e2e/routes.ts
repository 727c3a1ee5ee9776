import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from '../local/installation.js';

const web = join(checkout, 'apps/web');
const sources = readdirSync(web, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('generated')).map((entry) => relative(web, join(entry.parentPath, entry.name)));
const routers = ['router.tsx', ...sources.filter((file) => /^[\w-]+\/routes\.tsx$/.test(file)).sort()].map((file) => readFileSync(join(web, file), 'utf8')).join('\n');

/** Every address that the page has a screen for, as the router writes it; read from the source, so that a new one is found by itself. */
export const routes: readonly string[] = [...routers.matchAll(/path: '([^']+)',\s*lazy: /g)].map(([, path = '']) => (path.startsWith('/') || path === '*' ? path : `/${path}`));

/** Screens that no address above leads to: written in a manner that `routes` does not read. */
export const unreachable: readonly string[] = sources.filter((file) => file.endsWith('.screen.tsx')).filter((file) => {
  const module = `${file.replace(/^.*\//, '').replace(/\.tsx$/, '')}.js')`;
  return !new RegExp(`(path: '[^']+',\\s*|index: true, )lazy: \\(\\) => import\\('[^']*${module.replace(/[.)]/g, '\\$&')}`).test(routers);
});
