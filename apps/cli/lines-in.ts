import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a file, one by one: an export is larger than memory. */
export const linesIn = (file: string): AsyncIterable<string> => createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
