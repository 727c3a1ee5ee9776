import { MultiSelect } from '@mantine/core';
import { Link } from 'react-router';
import { useInstitutionName, useWeekdayName } from '../admin/words.js';
import { useBoards } from '../admin/reading.js';
import type { BoardDefinitionDto, InstitutionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';

/** Who hosts, who takes part, and when it sits. */
export function Participants({ definition, change, board, institutions }: PartProps & { board: BoardDefinitionDto; institutions: readonly InstitutionDto[] }) {
  const t = useT();
  const name = useInstitutionName();
  const weekday = useWeekdayName();
  const series = useBoards().data?.items.find(({ id }) => id === board.id);
  const partners = institutions.filter(({ id }) => definition.partnerInstitutionIds.includes(id));
  return (
    <>
      <dl className={styles.facts}>
        <dt><T k="admin.host" /></dt><dd><bdi>{board.host.name}</bdi></dd>
        {!change && <><dt><T k="admin.partners" /></dt><dd>{partners.length === 0 ? <T k="common.none" /> : partners.map((each, i) => <span key={each.id}>{i > 0 && ' · '}<bdi>{name(each)}</bdi></span>)}</dd></>}
        {series && <><dt><T k="admin.series" /></dt><dd>{weekday(series.weekday)} <bdi dir="ltr">{series.localTime}</bdi>, <T k="common.minutes" values={{ count: series.minutes }} /> · <bdi>{series.place}</bdi></dd></>}
        <dt><T k="time.times" /></dt><dd><Link to="/admin/times"><T k="admin.board.toTimes" /></Link></dd>
      </dl>
      {change && <MultiSelect label={t('admin.partners')} searchable value={[...definition.partnerInstitutionIds]} data={institutions.filter(({ id }) => id !== board.host.id).map((each) => ({ value: each.id, label: name(each) }))} onChange={(partnerInstitutionIds) => change({ ...definition, partnerInstitutionIds })} />}
    </>
  );
}
