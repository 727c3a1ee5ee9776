import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { letterVerdict, readExportLine, verifyExport, type LetterVerdict } from '#proof';
import { readAsProcess } from '#persistence';
import { cliConfig, withDoor } from '../connect.js';
import { linesIn } from '../lines-in.js';
import { say, Trouble } from '../tell.js';

export const letterCommand = (): Command => new Command('letter')
  .description('Letters that somebody holds in their hand.')
  .addCommand(new Command('verify')
    .description('Say whether a file is a signed letter, called back, superseded, a draft or unknown: by the running database, or by an export, without any database.')
    .argument('<file>', 'the letter (PDF)')
    .option('--export <export>', 'an export of every chain to look in, checked first')
    .action(verify));

async function verify(file: string, { export: exported }: { export?: string }): Promise<void> {
  const sha256 = await sha256Of(file);
  const verdict = exported === undefined ? await byDatabase(sha256) : await byExport(exported, sha256);
  say(sentence(verdict));
  say(`SHA-256 ${sha256}`);
  if (verdict.verdict !== 'signed') process.exitCode = 2;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch(() => { throw new Trouble(`${file} can't be read.`); });
  return hash.digest('hex');
}

/** An export is believed only as a whole: one changed line could make any file a signed letter. */
async function byExport(file: string, sha256: string): Promise<LetterVerdict> {
  const whole = await verifyExport(linesIn(file));
  if (!whole.ok) throw new Trouble(`The export is broken at line ${whole.line} (${whole.why}): it proves nothing.`);
  return letterVerdict(eventsIn(file), sha256);
}

async function* eventsIn(file: string): AsyncGenerator<string> {
  for await (const text of linesIn(file)) {
    const line = readExportLine(text);
    if (line?.kind === 'event') yield line.text;
  }
}

/** The events of the one case whose letter it is; nothing where it is nobody's. */
const byDatabase = (sha256: string): Promise<LetterVerdict> => withDoor(cliConfig(), (door) => readAsProcess(door, async (manager) => {
  const rows = await manager.query<{ canonical: string }[]>(`select canonical from event where stream = (
    select stream from event where (type = 'LetterMade' and data -> 'letter' ->> 'sha256' = $1) or (type = 'LetterMarked' and data -> 'copy' ->> 'sha256' = $1) order by at desc limit 1) order by seq`, [sha256]);
  return letterVerdict(rows.map(({ canonical }) => canonical), sha256);
}));

function sentence(found: LetterVerdict): string {
  if (found.verdict === 'unknown') return 'UNKNOWN: no letter with these bytes was ever made here.';
  const { language, plain, madeAt, endedAt, reason, stream, markedCopy } = found;
  const what = `${plain ? 'the patient\'s version' : 'the letter'} (${language}) of case ${stream}, made ${madeAt}`;
  switch (found.verdict) {
    case 'signed': return `SIGNED: this is ${what}.`;
    case 'superseded': return `SUPERSEDED: this was ${what}; the board decided again on ${endedAt}.`;
    case 'recalled': return `RECALLED: this ${markedCopy ? 'is a marked copy of' : 'was'} ${what}; it was called back on ${endedAt} (${reason}). Do not act on it.`;
    case 'draft': return `DRAFT: this is a draft of ${what}, before everybody had signed.`;
  }
}
