import type { Command } from '#domain';
import { member } from './context/load.js';
import type { Tx } from './transaction.js';

/** Numbers for phone and paper: short, never used twice; a number that a failed command took is left out. */
const sequences: Readonly<Record<string, { readonly sequence: string; readonly write: (n: number) => string }>> = {
  openReferral: { sequence: 'case_number', write: (n) => `C-${1000 + n}` },
  planMeeting: { sequence: 'meeting_number', write: (n) => `M-${n}` },
};

/** Gives a case or meeting that begins without a number (`number: ''`) the next one. */
export async function withNumber(tx: Tx, command: Command): Promise<Command> {
  const numbered = sequences[command.type];
  if (numbered === undefined || member(command.data, 'number') !== '') return command;
  const [row] = await tx.query<{ n: number }[]>('select nextval($1::regclass) as n', [numbered.sequence]);
  return { ...command, data: { ...command.data, number: numbered.write(row?.n ?? 0) } };
}
