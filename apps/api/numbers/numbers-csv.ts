import { cell } from '../audit/audit-export.js';
import type { FigureDto, NumbersDto } from './numbers.dto.js';

const head = ['figure', 'part', 'code', 'n', 'of', 'medianHours', 'p90Hours', 'workingMedianHours', 'workingP90Hours'] as const;
const hours = (ms: number | undefined): string => (ms === undefined ? '' : (ms / 3_600_000).toFixed(3));

/** The same numbers as a table, in codes; what is not told is `hidden`, with the mark that spreadsheets need for names in any script. */
export function csvOf({ figures, asOf }: NumbersDto): string {
  return `\ufeff${[...head, 'asOf'].map(cell).join(',')}\r\n${figures.flatMap((figure) => linesOf(figure, asOf)).join('')}`;
}

const linesOf = ({ figure, parts }: FigureDto, asOf: string): readonly string[] => parts.flatMap(({ part, of, bars }) => bars.map(({ code, n, clock, working }) =>
  `${[figure, part, code, n === null ? 'hidden' : String(n), of === null ? 'hidden' : String(of), hours(clock?.median), hours(clock?.p90), hours(working?.median), hours(working?.p90), asOf].map(cell).join(',')}\r\n`));
