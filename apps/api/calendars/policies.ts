import { Injectable } from '@nestjs/common';
import { faultsOfBoard, holds, instantOf, ladderFor, refuse, simulate, type BoardDefinition, type Ladder } from '#domain';
import { calendarsOver } from '#door';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { DoneDto } from '../http/done.dto.js';
import type { Asker, Changer } from '../http/request.js';
import { FieldsError } from '../http/validation.js';
import { Directories, type Directory } from '../reading/directory.js';
import { workContext } from '../reading/due.js';
import { allowed } from '../reading/may.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { stepOf } from '../tasks/how-due.reading.js';
import { ladderGiven, laddersGiven } from './ladders-given.js';
import type { PolicyDto, PublishPolicyDto, SimulateDto, SimulationDto } from './policy.dto.js';

const notThere = (): RefusalError => new RefusalError(refuse('ACCESS.NOT_FOUND', {}));

/** A board's times: what is in force, what a task would meet under them, and their next version. */
@Injectable()
export class Policies {
  constructor(private readonly commands: Commands, private readonly reader: Reader, private readonly directories: Directories) {}

  async inForce(by: Asker, boardId: string): Promise<PolicyDto> {
    const names = new Names(await this.directory(by), by.language);
    const board = names.directory.boards.get(boardId);
    if (!board) throw notThere();
    const { definition, version } = board;
    return {
      boardId, name: inLanguage(definition.name, by.language), version, host: names.institution(definition.hostInstitutionId), partners: definition.partnerInstitutionIds.map((id) => names.institution(id)),
      ladders: Object.entries(definition.ladders).map(([key, { allowance, rungs }]) => ({ key, allowance: { ...allowance }, rungs: rungs.map(({ name, kind, fraction, plus, tells, reassigns }) => ({ name, kind, fraction, plus: plus ? { ...plus } : null, tells: [...tells], reassigns: reassigns === true })) })),
      may: holds(by.actor, 'admin', definition.hostInstitutionId) ? allowed('publishBoard') : [],
    };
  }

  async simulate(by: Asker, asked: SimulateDto): Promise<SimulationDto> {
    const directory = await this.directory(by);
    const board = directory.boards.get(asked.boardId)?.definition;
    const institution = directory.institutions.get(asked.institutionId);
    const context = workContext(directory, { institutionId: asked.institutionId, ownerId: asked.personId ?? null, pauses: [] });
    if (!board || !institution || !context) throw notThere();
    const { key, ladder } = ladderOf(board, asked);
    const { zone } = context.calendar;
    const [date = '', time = ''] = asked.startsAt.split('T');
    const told = simulate(startOf(date, time, zone), ladder, { institutionId: institution.id, personId: asked.personId ?? null }, calendarsOver(directory), context);
    return {
      ...told, zone, key, allowance: { ...ladder.allowance }, provisional: [...told.provisional],
      marks: told.marks.map(({ name, kind, tells, at, spans, reassigns }) => ({ name, kind, tells: [...tells], at, reassigns, steps: spans.map((span) => stepOf(span, by.language)) })),
    };
  }

  /** The board's next version: the same board with other times. */
  async publish(by: Changer, boardId: string, body: PublishPolicyDto): Promise<DoneDto> {
    const before = (await this.directory(by)).boards.get(boardId);
    if (!before) throw notThere();
    // Ladders are laid over the version that was on the screen: over another one they would undo what somebody else changed.
    if (body.seenVersion !== undefined && body.seenVersion !== before.version) throw new RefusalError(refuse('BOARD.NEWER_VERSION', { version: before.version }));
    const definition = { ...before.definition, version: before.version + 1, ladders: { ...before.definition.ladders, ...laddersGiven(body.ladders) } };
    return this.commands.put(by, 'publishBoard', boardId, { definition, ...(body.movesOpenCases ? { movesOpenCases: true } : {}) }, body);
  }

  private directory(by: Asker): Promise<Directory> {
    return this.reader.plain(by, (rows) => this.directories.at(rows));
  }
}

function ladderOf(board: BoardDefinition, { kind, urgency, ladder }: SimulateDto): { readonly key: string; readonly ladder: Ladder } {
  if (board.ladders[kind] === undefined && board.ladders[`${kind}.${urgency}`] === undefined) throw new FieldsError([{ field: 'kind', code: 'isIn' }]);
  const named = ladderFor(board, kind, urgency);
  if (ladder === undefined) return named;
  const given = ladderGiven(ladder);
  const faults = faultsOfBoard({ ...board, ladders: { ...board.ladders, [named.key]: given } });
  if (faults.length > 0) throw new RefusalError(refuse('BOARD.INVALID', { faults }, 'ladder'));
  return { key: named.key, ladder: given };
}

/** 30 February is a field's fault, not ours. */
function startOf(date: string, time: string, zone: string): string {
  try {
    return instantOf(date, time, zone);
  } catch {
    throw new FieldsError([{ field: 'startsAt', code: 'isLocalTime' }]);
  }
}
