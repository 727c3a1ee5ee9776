import { Injectable } from '@nestjs/common';
import { boardTemplates, isBoardTemplate, refuse, type BoardDefinition, type MeetingSeries } from '#domain';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { DoneDto } from '../http/done.dto.js';
import { FieldsError } from '../http/validation.js';
import type { Changer } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import type { PublishBoardDto } from './board.dto.js';

const weekdays = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 } as const satisfies Record<number, MeetingSeries['weekday']>;

/** A board's definition from what an admin fills in: forms, data sets and ladders are the shipped ones, or those of the version before. */
@Injectable()
export class Boards {
  constructor(private readonly commands: Commands, private readonly reader: Reader, private readonly directories: Directories) {}

  async publish(by: Changer, body: PublishBoardDto): Promise<DoneDto> {
    const directory = await this.reader.plain(by, (rows) => this.directories.at(rows));
    const before = body.boardId === undefined ? null : (directory.boards.get(body.boardId) ?? null);
    if (body.boardId !== undefined && before === null) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    if (!isBoardTemplate(body.template)) throw new FieldsError([{ field: 'template', code: 'isIn' }]);
    const host = directory.institutions.get(before?.definition.hostInstitutionId ?? body.hostInstitutionId);
    const weekday = Object.values(weekdays).find((day) => String(day) === body.weekday);
    if (!host || weekday === undefined) throw new FieldsError([{ field: host ? 'weekday' : 'hostInstitutionId', code: 'isIn' }]);
    const id = before?.id ?? this.commands.newStreamId(by, 'board');
    const series: MeetingSeries = { weekday, localTime: body.localTime, zone: host.zone, minutes: body.minutes, place: body.place };
    const fresh: BoardDefinition = before
      ? { ...before.definition, version: before.version + 1, partnerInstitutionIds: body.partnerInstitutionIds, series }
      : boardTemplates[body.template]({ id, hostInstitutionId: host.id, partnerInstitutionIds: body.partnerInstitutionIds, series });
    const quorum = { ...fresh.quorum, requiredDisciplines: body.requiredDisciplines, minimumSpecialties: body.minimumSpecialties };
    const done = await this.commands.put(by, 'publishBoard', id, { definition: { ...fresh, name: { ...body.name }, quorum } }, body);
    return { ...done, ids: { ...done.ids, boardId: id } };
  }
}
