import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, CaseCommandData, Command, MeetingCommandData, PersonCommandData, Refusal } from '#domain';
import { DOOR } from '../door/tokens.js';
import type { MayDto } from '../http/may.dto.js';
import type { Asker } from '../http/request.js';
import { statusOf } from '../problems/status.js';
import { sentencesOf } from '../problems/sentence.js';

type AllData = CaseCommandData & MeetingCommandData & PersonCommandData;
/** A command as somebody might give it now: with likely data, since only its being possible is asked. */
export interface Probe { readonly action: keyof AllData; readonly data: object; readonly seenVersion?: number }
export const probe = <K extends keyof AllData>(action: K, data: AllData[K], seenVersion?: number): Probe => ({ action, data, ...(seenVersion === undefined ? {} : { seenVersion }) });

export interface TryOutPort { tryOut(streamId: string, commands: readonly Command[], actor: Actor): Promise<readonly (Refusal | null)[]> }

/** Words that a person would still type: their being missing is not what stands against an action. */
const words = { note: '-', reason: '-', proposal: '-', rationale: '-', offGuidelineReason: '-', conditions: '-', alternative: '-', question: '-', opinionQuestion: '-', source: '-', standard: '-' };

/** Asks the domain itself what is possible, by the same rules that the command will meet. */
@Injectable()
export class Mays {
  constructor(@Inject(DOOR) private readonly door: TryOutPort) {}

  async of(by: Asker, streamId: string, probes: readonly Probe[]): Promise<MayDto[]> {
    if (probes.length === 0) return [];
    const commands = probes.map(({ action, data, seenVersion }): Command => ({ type: action, commandId: randomUUID(), streamId, data, texts: words, ...(seenVersion === undefined ? {} : { seenVersion }) }));
    const answers = await this.door.tryOut(streamId, commands, by.actor);
    return probes.map(({ action }, index) => mayOf(action, answers[index] ?? null, by));
  }
}

export function mayOf(action: string, refusal: Refusal | null, by: Pick<Asker, 'language' | 'zone'>): MayDto {
  if (refusal === null) return { action, allowed: true };
  const { code, facts } = refusal;
  const { title } = sentencesOf(code, statusOf(code), facts, by);
  return { action, allowed: false, because: code, facts: { ...facts }, sentence: title };
}
/** What a list can say without asking the domain about every row. */
export const allowed = (...actions: string[]): MayDto[] => actions.map((action) => ({ action, allowed: true }));
