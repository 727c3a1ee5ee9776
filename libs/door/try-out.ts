import { isRefusal, refuse, type Actor, type Command, type Refusal } from '#domain';
import { contextOf } from './context/context.js';
import type { Directory } from './context/directory.js';
import { load, meetingIdOf } from './context/load.js';
import { peekHead, type Head } from './head.js';
import { plain } from './plain.js';
import type { Parts } from './put.js';
import { situationOf, type Situation } from './situation.js';
import { definitionFor } from './streams.js';
import { inTransaction, type Tx } from './transaction.js';

/**
 * What each of these commands on one stream would be answered, by the same `mayDo` and `decide`, without doing any of them: for
 * screens that say what is possible now and what stands against the rest. Null: it would be done. A sign-in that is merely too
 * old for signing is no refusal here, since the screen asks for a fresh one. Nothing is locked, stored or recorded.
 */
export function tryOut(parts: Parts, streamId: string, given: readonly Command[], actor: Actor): Promise<readonly (Refusal | null)[]> {
  return inTransaction(parts.door, async (tx) => {
    const head = await peekHead(tx, streamId);
    if (head === null) return given.map(() => refuse('ACCESS.NOT_FOUND', {}));
    const situation = await situationOf(tx, parts.clock, actor, streamId, head.lastAt);
    const directory = await parts.cache.at(tx, situation.directory);
    const answers: (Refusal | null)[] = [];
    for (const command of given) answers.push(await answerTo({ parts, tx, head, situation, directory }, plain(command), actor));
    return answers;
  });
}

interface Standing { readonly parts: Parts; readonly tx: Tx; readonly head: Head; readonly situation: Situation; readonly directory: Directory }

async function answerTo({ parts, tx, head, situation, directory }: Standing, command: Command, actor: Actor): Promise<Refusal | null> {
  const definition = definitionFor(parts.types, command.type, head.kind)?.definition;
  if (definition === undefined) return refuse('COMMAND.UNKNOWN', {});
  const needs = definition.needs ?? [];
  const meetingId = needs.includes('meeting') ? meetingIdOf(command, head.state) : null;
  const meeting = meetingId === null ? null : await peekHead(tx, meetingId);
  const read = await load(tx, parts.cache, directory, command, head, meeting?.kind === 'meeting' ? meeting : null, needs, situation);
  const { context } = contextOf(command, actor, situation.now, read);
  const refusal = definition.mayDo(actor, head.state, command.data, context);
  if (refusal !== null) return refusal;
  const decided = definition.decide(head.state, command.data, context, command.seenVersion);
  return isRefusal(decided) ? decided : null;
}
