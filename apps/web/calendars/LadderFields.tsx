import { Button, Checkbox, Group, MultiSelect, NumberInput, Select } from '@mantine/core';
import type { AllowanceDto, NamedLadderDto, RungDto } from '../generated/types.gen.js';
import { has } from '#locales';
import { useT } from '../i18n/useT.js';
import styles from './Calendars.module.css';
import { mostMarks, withMark } from './marks.js';

const units = ['workingHours', 'workingDays', 'clockHours', 'clockDays'] as const satisfies readonly AllowanceDto['unit'][];
const audiences = ['owner', 'deputy', 'head', 'caseManagers', 'originCaseManager', 'hostCaseManager', 'chair', 'admin'] as const satisfies readonly RungDto['tells'][number][];

interface Props { ladder: NamedLadderDto; onChange: (ladder: NamedLadderDto) => void; readOnly: boolean }

/** The allowance and its marks: where each lies, what it is, whom it tells, and whether it takes the task from its owner. Marks can be added and taken away, but for the one at the end of the allowance. */
export function LadderFields({ ladder, onChange, readOnly }: Props) {
  const t = useT();
  const { allowance, rungs } = ladder;
  const setRungs = (next: readonly RungDto[]) => onChange({ ...ladder, rungs: [...next] });
  const setRung = (place: number, change: Partial<RungDto>) => setRungs(rungs.map((rung, at) => (at === place ? { ...rung, ...change } : rung)));
  // nobody signs for another
  const isSignature = ladder.key === 'sign' || ladder.key.startsWith('sign.');
  const isEnd = ({ fraction, plus }: RungDto) => fraction === 1 && !plus;
  return (
    <fieldset className={styles.ladder} disabled={readOnly}>
      <legend>{t('time.ladder')}</legend>
      <div className={styles.rung}>
        <span>{t('time.allowance')}</span>
        <Span value={allowance} label={t('time.allowance')} onChange={(next) => onChange({ ...ladder, allowance: next })} />
      </div>
      {rungs.map((rung, place) => (
        <div key={rung.name} className={styles.rung}>
          <span><b>{t(`time.markKind.${rung.kind}`)}</b> <MarkName name={rung.name} /></span>
          {rung.plus
            ? <Span value={rung.plus} label={t('time.after2', { mark: rung.name })} onChange={(plus) => setRung(place, { plus })} />
            : <NumberInput size="xs" w={96} min={0} max={isEnd(rung) ? 100 : 99} suffix="%" aria-label={t('time.share', { mark: rung.name })} value={Math.round(rung.fraction * 10_000) / 100} disabled={isEnd(rung)} onChange={(value) => setRung(place, { fraction: Math.min(99, Math.max(0, Number(value))) / 100 })} />}
          <div className={styles.whom}>
            <MultiSelect size="xs" aria-label={t('time.tells', { mark: rung.name })} data={audiences.map((each) => ({ value: each, label: t(`time.audience.${each}`) }))} value={rung.tells} onChange={(chosen) => setRung(place, { tells: audiences.filter((each) => chosen.includes(each)) })} />
            {rung.kind === 'escalate' && !isSignature && <Checkbox size="xs" label={t('time.reassigns')} aria-label={t('time.reassignsAt', { mark: rung.name })} checked={rung.reassigns === true} onChange={(event) => setRung(place, { reassigns: event.currentTarget.checked })} />}
          </div>
          {!readOnly && (isEnd(rung) ? <span /> : <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('time.removeMark', { mark: rung.name })} onClick={() => setRungs(rungs.filter((_, at) => at !== place))}>{t('common.remove')}</Button>)}
        </div>
      ))}
      {!readOnly && rungs.length < mostMarks && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => setRungs(withMark(rungs, 'remind'))}>{t('time.addReminder')}</Button>
          <Button size="compact-sm" variant="default" onClick={() => setRungs(withMark(rungs, 'escalate'))}>{t('time.addEscalation')}</Button>
        </Group>
      )}
    </fieldset>
  );
}

function Span({ value, label, onChange }: { value: AllowanceDto; label: string; onChange: (value: AllowanceDto) => void }) {
  const t = useT();
  return (
    <span className={styles.span}>
      <NumberInput size="xs" w={80} min={0} max={10_000} aria-label={label} value={value.amount} onChange={(amount) => onChange({ ...value, amount: Number(amount) })} />
      <Select size="xs" w={150} aria-label={t('time.unitOf', { what: label })} data={units.map((unit) => ({ value: unit, label: t(`time.unit.${unit}`) }))} value={value.unit} allowDeselect={false} onChange={(unit) => onChange({ ...value, unit: units.find((each) => each === unit) ?? value.unit })} />
    </span>
  );
}

/** A mark by its usual words; by its own name where a board made one up. */
export function MarkName({ name }: { name: string }) {
  const t = useT();
  return <bdi className="quiet">{has('en', `cases.mark.${name}`) ? t(`cases.mark.${name}`) : name}</bdi>;
}
