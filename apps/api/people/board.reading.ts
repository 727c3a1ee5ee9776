import { Injectable } from '@nestjs/common';
import { deferralCauses, holds, type BoardDefinition } from '#domain';
import type { Asker } from '../http/request.js';
import { allowed } from '../reading/may.js';
import { Directories } from '../reading/directory.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import type { BoardsDto } from './board.dto.js';

/** A hospital's own words for the fields of its referral forms. */
export const ownWordsOf = ({ tumorTypes }: BoardDefinition): Record<string, Record<string, string>> =>
  Object.fromEntries(tumorTypes.flatMap(({ referralForm }) => referralForm.sections.flatMap(({ fields }) => fields)).flatMap(({ id, label }) => (label === undefined ? [] : [[id, { ...label }]])));

@Injectable()
export class BoardReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  all(by: Asker): Promise<BoardsDto> {
    return this.reader.plain(by, async (rows) => {
      const directory = await this.directories.at(rows);
      const names = new Names(directory, by.language);
      // only an admin is shown how many there are, and looking through every case's state takes its time
      const earlier = !holds(by.actor, 'admin') ? [] : await rows.query<{ board_id: string; open: number }>(`select b.id as board_id, count(*)::int as open from board b join stream s on s.kind = 'case' and not s.closed and s.state ->> 'boardId' = b.id::text where (s.state ->> 'boardVersion')::int < b.version group by b.id`);
      const items = [...directory.boards.values()].map(({ id, version, definition }) => {
        const { quorum, series } = definition;
        return {
          id, name: inLanguage(definition.name, by.language), version, host: names.institution(definition.hostInstitutionId), partners: definition.partnerInstitutionIds.map((each) => names.institution(each)), tumorTypes: definition.tumorTypes.map(({ code }) => code),
          requiredDisciplines: [...quorum.requiredDisciplines], minimumSpecialties: quorum.minimumSpecialties, bothSidesWhenCrossBorder: quorum.bothSidesWhenCrossBorder, weekday: series.weekday, localTime: series.localTime, zone: series.zone,
          minutes: series.minutes, place: series.place, followUpDays: [...definition.followUpDays], ownWords: ownWordsOf(definition), guidelines: [...(definition.guidelines ?? [])], deferralCauses: [...(definition.deferralCauses ?? deferralCauses)], casesOnEarlierVersions: earlier.find(({ board_id }) => board_id === id)?.open ?? 0,
          may: holds(by.actor, 'admin', definition.hostInstitutionId) ? allowed('publishBoard') : [],
        };
      });
      return { items, may: holds(by.actor, 'admin') ? allowed('publishBoard') : [] };
    });
  }
}
