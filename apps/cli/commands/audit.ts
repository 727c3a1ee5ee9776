import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { readExportLine, verifyExport, type KnownHead, type Verdict } from '#proof';
import { cliConfig, withDoor } from '../connect.js';
import { linesIn } from '../lines-in.js';
import { overLiveExport } from '../live-export.js';
import { say } from '../tell.js';

interface VerifyOptions { readonly file?: string; readonly known?: string }

export const auditCommand = (): Command => new Command('audit')
  .description('The record of who did, saw and decided what: check it, take it along.')
  .addCommand(new Command('verify')
    .description('Check every chain: of the running database, or of an export, without any database. Names the first bad stream and sequence.')
    .option('--file <export>', 'an export to check instead of the database')
    .option('--known <export>', 'an earlier export kept elsewhere: its heads must still be passed')
    .action(verify))
  .addCommand(new Command('export')
    .description('Write every chain as NDJSON, to a file or to standard output.')
    .option('--out <file>', 'where to write')
    .action(async ({ out }: { out?: string }) => {
      await withDoor(cliConfig(), (door) => overLiveExport(door, (lines) => pipeline(Readable.from(withEnds(lines)), out === undefined ? process.stdout : createWriteStream(out, { mode: 0o600 }), { end: out !== undefined })));
      if (out !== undefined) process.stdout.write(`Written to ${out}. Check it anywhere: consilium audit verify --file ${out}\n`);
    }));

async function verify({ file, known }: VerifyOptions): Promise<void> {
  const heads = known === undefined ? [] : await headsIn(known);
  const verdict = file === undefined
    ? await withDoor(cliConfig(), (door) => overLiveExport(door, (lines) => verifyExport(lines, heads)))
    : await verifyExport(linesIn(file), heads);
  say(sentence(verdict));
  if (!verdict.ok) process.exitCode = 2;
}

async function headsIn(file: string): Promise<readonly KnownHead[]> {
  const heads: KnownHead[] = [];
  for await (const text of linesIn(file)) {
    const line = readExportLine(text);
    if (line?.kind === 'head') heads.push(line);
  }
  return heads;
}

async function* withEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function sentence(verdict: Verdict): string {
  if (verdict.ok) return `Whole: ${verdict.events} events in ${verdict.streams} chains.`;
  const place = verdict.stream === null ? 'the file' : `stream ${verdict.stream}, sequence ${verdict.seq}`;
  return `BROKEN at ${place}: ${verdict.why} (line ${verdict.line} of the export).`;
}
