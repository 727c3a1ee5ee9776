import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

const ours = /^\/(api|docs|health)(\/|$)/;

/** The built page and, for every address that isn't ours or a file, its one document: the screens have addresses of their own. */
export function servePage(server: Express, webDir: string): void {
  const folder = resolve(webDir);
  const page = join(folder, 'index.html');
  server.use(express.static(folder, { index: false, setHeaders: (response, path) => response.setHeader('Cache-Control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache') }));
  server.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || ours.test(request.path) || !request.accepts('html') || !existsSync(page)) { next(); return; }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}
