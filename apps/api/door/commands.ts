import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type BoardCommandData, type CaseCommandData, type Command, type InstitutionCommandData, type MeetingCommandData, type PersonCommandData } from '#domain';
import type { DoorPort, DoorResult } from '#door';
import type { DoneDto } from '../http/done.dto.js';
import type { Changer } from '../http/request.js';
import { Enriched } from './enriched.js';
import { DOOR } from './tokens.js';

type AllData = CaseCommandData & Omit<MeetingCommandData, 'runDue'> & InstitutionCommandData & PersonCommandData & BoardCommandData;
export type CommandName = keyof AllData;

/** Clinical words and rows that go beside a command's data; absent words are left out. */
export interface Beside {
  readonly texts?: Readonly<Record<string, string | null | undefined>>;
  readonly rows?: Command['rows'];
  readonly seenVersion?: number;
}

/** Puts a person's commands through the door. A refusal is thrown as an error that the problem filter answers with. */
@Injectable()
export class Commands {
  constructor(@Inject(DOOR) private readonly door: DoorPort, private readonly enriched: Enriched) {}

  async put<K extends CommandName>(by: Changer, type: K, streamId: string, data: AllData[K], beside: Beside = {}): Promise<DoneDto> {
    const seenVersion = beside.seenVersion ?? by.seenVersion;
    const command: Command<K, AllData[K]> = {
      type, commandId: by.commandId, streamId, data,
      ...(seenVersion === undefined ? {} : { seenVersion }),
      ...(beside.texts ? { texts: given(beside.texts) } : {}),
      ...(beside.rows ? { rows: beside.rows } : {}),
    };
    const result = await this.door.put(command, by.actor);
    return this.answer(result);
  }

  /** Id of a stream that a command begins: made from the command's id, so that a repetition begins nothing twice. */
  newStreamId(by: Changer, what = 'stream'): string {
    const hex = createHash('sha256').update(`${by.commandId}:${what}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  private async answer(result: DoorResult): Promise<DoneDto> {
    if (!result.done) throw await this.enriched.error(result.refusal);
    return { streamId: result.streamId, seq: result.seq, ids: { ...result.ids } };
  }
}

function given(texts: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).flatMap(([field, text]) => (text === null || text === undefined || text.trim() === '' ? [] : [[field, text]])));
}
