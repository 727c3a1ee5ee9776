import { Checkbox, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { disciplines } from '../admin/words.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { inRow } from '../kit/in-row.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';
import { FollowUpPlans } from './FollowUpPlans.js';
import { daysIn } from './definition.js';

export const causes = ['pathologyMissing', 'imagingMissing', 'stagingIncomplete', 'patientInformationMissing', 'requiredDisciplineAbsent', 'timeRanOut', 'listedInError', 'other'] as const;

/** Quorum, what a case may be deferred for, when it is asked whether advice was carried out, and guidelines. */
export function Rules(props: PartProps) {
  const t = useT();
  return <Card title={t('admin.board.rules')}>{props.change ? <Changing {...props} change={props.change} /> : <Standing {...props} />}</Card>;
}

function Standing({ definition }: PartProps) {
  const t = useT();
  const lang = useLanguage();
  const { quorum } = definition;
  const planned = definition.tumorTypes.filter(({ followUpPlan = [] }) => followUpPlan.length > 0);
  const offered = definition.deferralCauses ?? causes;
  return (
    <dl className={styles.facts}>
      <dt><T k="admin.required" /></dt><dd>{inRow(quorum.requiredDisciplines.map((code) => t(`lists.discipline.${code}`)), lang)}</dd>
      <dt><T k="admin.specialties" /></dt><dd><bdi>{quorum.minimumSpecialties}</bdi></dd>
      <dt><T k="admin.board.bothSides" /></dt><dd><T k={quorum.bothSidesWhenCrossBorder ? 'common.yes' : 'common.no'} /></dd>
      <dt><T k="admin.board.causes" /></dt><dd>{inRow(offered.map((code) => t(`lists.deferralCause.${code}`)), lang)}</dd>
      <dt><T k="admin.board.followUp" /></dt><dd><bdi dir="ltr">{definition.followUpDays.join(', ')}</bdi></dd>
      {planned.map(({ code, followUpPlan = [] }) => <Fragment key={code}><dt><T k="admin.board.followUpPlan" />: <T k={`lists.tumorType.${code}`} /></dt><dd>{inRow(followUpPlan.map(({ everyMonths, untilYears }) => t('admin.board.followUpPhase', { months: everyMonths, years: untilYears })), lang)}</dd></Fragment>)}
      <dt><T k="admin.board.guidelines" /></dt><dd>{(definition.guidelines ?? []).length === 0 ? <T k="common.none" /> : <bdi dir="ltr">{(definition.guidelines ?? []).join(', ')}</bdi>}</dd>
    </dl>
  );
}

function Changing({ definition, change }: PartProps & { change: NonNullable<PartProps['change']> }) {
  const t = useT();
  const { quorum } = definition;
  const [days, setDays] = useState(definition.followUpDays.join(', '));
  const set = (part: Partial<typeof quorum>) => change({ ...definition, quorum: { ...quorum, ...part } });
  return (
    <div className={styles.part}>
      <MultiSelect label={t('admin.required')} description={t('admin.requiredHint')} data={disciplines.map((code) => ({ value: code, label: t(`lists.discipline.${code}`) }))} value={[...quorum.requiredDisciplines]} onChange={(requiredDisciplines) => set({ requiredDisciplines })} />
      <div className={styles.two}>
        <NumberInput label={t('admin.specialties')} min={1} max={9} value={quorum.minimumSpecialties} onChange={(count) => set({ minimumSpecialties: Number(count) })} />
        <TextInput label={t('admin.board.followUp')} description={t('admin.board.followUpHint')} dir="ltr" value={days} error={daysIn(days) === null ? t('admin.board.daysWrong') : null}
          onChange={(event) => { const typed = event.currentTarget.value; setDays(typed); const read = daysIn(typed); if (read) change({ ...definition, followUpDays: read }); }} />
      </div>
      <FollowUpPlans definition={definition} change={change} />
      <Checkbox label={t('admin.board.bothSides')} checked={quorum.bothSidesWhenCrossBorder} onChange={(event) => set({ bothSidesWhenCrossBorder: event.currentTarget.checked })} />
      <MultiSelect label={t('admin.board.causes')} data={causes.map((code) => ({ value: code, label: t(`lists.deferralCause.${code}`) }))} value={[...(definition.deferralCauses ?? causes)]} onChange={(deferralCauses) => change({ ...definition, deferralCauses })} />
      <TagsInput label={t('admin.board.guidelines')} description={t('admin.board.guidelinesHint')} value={[...(definition.guidelines ?? [])]} onChange={(guidelines) => change({ ...definition, guidelines })} />
    </div>
  );
}
