import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Listens on this machine only, and ends on a signal as soon as running answers are given. */
export function serve(handler: Handler, port: number, alsoClose: () => void = () => {}): void {
  const server = createServer((req, res) => void handler(req, res).catch((error: unknown) => failed(res, error)));
  server.listen(port, '127.0.0.1');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      alsoClose();
      server.close();
      server.closeIdleConnections();
      // An open keep-alive connection must not hold the machine's stop for long.
      setTimeout(() => server.closeAllConnections(), 1000).unref();
    });
  }
}

function failed(res: ServerResponse, error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (!res.headersSent) res.writeHead(500, { 'content-type': 'text/plain' });
  res.end();
}
