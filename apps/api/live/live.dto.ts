import { IsNumberString } from 'class-validator';
import { Maybe } from '../http/fields.js';

export class LiveQueryDto {
  /** Position to resume from, where the browser can't send `Last-Event-ID`. */
  @Maybe() @IsNumberString() after?: string;
}
/** The data of a `changed` event. */
export class ChangedDto {
  position!: number;
  stream!: string;
  caseId!: string | null;
  seq!: number;
}
