import { Button, NumberInput } from '@mantine/core';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import type { PartProps } from './BoardEditor.js';
import styles from './Boards.module.css';
import { withFollowUpPlan, type FollowUpPhase, type TumorType } from './definition.js';

const mostPhases = 6;

/** Visits after the fixed days, phase after phase, of each tumor type. */
export function FollowUpPlans({ definition, change }: PartProps & { change: NonNullable<PartProps['change']> }) {
  return <>{definition.tumorTypes.map((type) => <Plan key={type.code} type={type} onChange={(plan) => change(withFollowUpPlan(definition, type.code, plan))} />)}</>;
}

function Plan({ type, onChange }: { type: TumorType; onChange: (plan: readonly FollowUpPhase[]) => void }) {
  const t = useT();
  const plan = type.followUpPlan ?? [];
  const set = (at: number, part: Partial<FollowUpPhase>) => onChange(plan.map((phase, place) => (place === at ? { ...phase, ...part } : phase)));
  const last = plan.at(-1);
  return (
    <fieldset className={styles.plan}>
      <legend><T k="admin.board.followUpPlan" />: <T k={`lists.tumorType.${type.code}`} /></legend>
      {plan.length === 0 && <p className="quiet small"><T k="admin.board.planNone" /></p>}
      {plan.map((phase, at) => (
        <div key={at} className={styles.phase}>
          <NumberInput label={t('admin.board.planEvery')} min={1} max={24} value={phase.everyMonths} onChange={(months) => set(at, { everyMonths: Number(months) })} />
          <NumberInput label={t('admin.board.planUntil')} min={1} max={20} value={phase.untilYears} onChange={(years) => set(at, { untilYears: Number(years) })} />
          <Button size="compact-sm" variant="subtle" aria-label={t('admin.board.planRemove', { number: at + 1 })} onClick={() => onChange(plan.filter((_, place) => place !== at))}>×</Button>
        </div>
      ))}
      {plan.length < mostPhases && <div><Button size="compact-sm" variant="default" onClick={() => onChange([...plan, { everyMonths: last === undefined ? 3 : Math.min(24, last.everyMonths * 2), untilYears: (last?.untilYears ?? 0) + 2 }])}>{t('admin.board.planAdd')}</Button></div>}
    </fieldset>
  );
}
