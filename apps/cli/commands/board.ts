import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { boardSchema, readBoardFile, sayBoardFault } from '#integrations';
import { say, Trouble } from '../tell.js';

export const boardCommand = (): Command => new Command('board')
  .description('Definitions of boards as files.')
  .addCommand(new Command('check')
    .description('Check a definition without any database: its shape, and what would leave a case stuck. Names each place and why; ends with 2 where something is amiss.')
    .argument('<file>', 'the definition, as the page gives it for download')
    .action(check))
  .addCommand(new Command('schema')
    .description('Write the JSON Schema (2020-12) of a definition, for an editor that knows schemas.')
    .action(() => { say(JSON.stringify(boardSchema, null, 2)); }));

function check(file: string): void {
  const read = readBoardFile(textOf(file));
  if (read.ok) {
    const { name, version, tumorTypes } = read.definition;
    say(`${name['en'] ?? Object.values(name)[0] ?? ''}, version ${version}: ${tumorTypes.length} tumor type${tumorTypes.length === 1 ? '' : 's'}, no fault.`);
    return;
  }
  for (const fault of read.faults) say(`${fault.at === '' ? file : fault.at}  ${sayBoardFault(fault, 'en')}`);
  say(`${read.faults.length} fault${read.faults.length === 1 ? '' : 's'}: this would not be published.`);
  process.exitCode = 2;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Trouble(`${file} cannot be read.`);
  }
}
