import { holds, type Actor } from '../core/actor.js';
import type { CommandDefinition } from '../core/command.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { MeetingCommandData, MeetingCommandName } from './commands.js';
import type { MeetingEvent } from './events.js';
import type { MeetingState } from './state.js';

/** A command on a meeting. `planMeeting` begins the stream, so it has no state before it. */
export type MeetingCommand<Name extends MeetingCommandName> = CommandDefinition<Name extends 'planMeeting' ? null : MeetingState, MeetingCommandData[Name], MeetingEvent>;
export type MeetingCommands = { readonly [K in MeetingCommandName]: MeetingCommand<K> };

/** Plans and runs a board's meetings: the host's case managers, chairs and scribes. */
export const runsMeetingsAt = (actor: Actor, hostInstitutionId: string): Refusal | null =>
  (['caseManager', 'chair', 'scribe'] as const).some((role) => holds(actor, role, hostInstitutionId)) ? null
    : refuse('ACCESS.NOT_ALLOWED', { needs: ['caseManager', 'chair', 'scribe'] });

export const processOnly = (actor: Actor): Refusal | null => (actor.kind === 'process' ? null : refuse('ACCESS.NOT_ALLOWED', { needs: ['process'] }));

/** MEETING.WRONG_STATUS where the meeting isn't in one of the statuses that the act needs. */
export const notNow = (meeting: MeetingState, ...allowed: readonly MeetingState['status'][]): Refusal | null =>
  allowed.includes(meeting.status) ? null : refuse('MEETING.WRONG_STATUS', { number: meeting.number, status: meeting.status, allowed });

/** MEETING.NEWER_VERSION where somebody else changed what was on the screen. */
export const staleMeeting = (meeting: MeetingState, seenVersion: number | undefined): Refusal | null =>
  seenVersion !== undefined && seenVersion !== meeting.version ? refuse('MEETING.NEWER_VERSION', { version: meeting.version, seen: seenVersion }) : null;
