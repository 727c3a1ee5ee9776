import 'reflect-metadata';

// The description needs neither settings nor any other process.
if (process.argv.includes('--openapi')) {
  const { openApiDocument } = await import('./openapi.js');
  process.stdout.write(`${JSON.stringify(await openApiDocument(), null, 2)}\n`);
} else {
  const { run } = await import('./server/run.js');
  await run(process.env);
}
