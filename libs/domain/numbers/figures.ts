import { disciplines } from '../core/actor.js';
import { deferralCauses, notCarriedOutReasons, outcomeKinds } from '../cases/lists.js';
import { stages } from '../cases/stages.js';
import { waitingClockCodes } from '../waiting/definition.js';

/**
 * What is counted. `shares`: how many of all fall under each code. `times`: median and 90th percentile. A figure with parts is counted for each by itself
 * (a stage, a discipline). `aboutPatients`: small numbers are hidden; sittings are no patients. `good`: the code whose share one wants to be high.
 */
export interface FigureDefinition {
  readonly figure: string; readonly kind: 'shares' | 'times'; readonly parts: readonly string[]; readonly codes: readonly string[]; readonly aboutPatients: boolean; readonly hasWorkingTime?: true;
}

const whole = [''];
const shares = (figure: string, codes: readonly string[], parts: readonly string[] = whole, aboutPatients = true): FigureDefinition => ({ figure, kind: 'shares', parts, codes, aboutPatients });

/** Every figure of the numbers page, in its order. The facts behind them are made in SQL (migration 0032). */
export const figures = [
  { figure: 'stageTime', kind: 'times', parts: stages, codes: ['passed'], aboutPatients: true, hasWorkingTime: true },
  shares('waiting', ['met', 'breached'], waitingClockCodes),
  shares('readiness', ['ready', 'notReady']),
  shares('hearing', ['decided', ...deferralCauses]),
  { figure: 'minutes', kind: 'times', parts: whole, codes: ['heard'], aboutPatients: true },
  shares('attendance', ['present', 'absent'], disciplines, false),
  shares('beforeTreatment', ['discussedFirst', 'treatedFirst', 'notKnown']),
  shares('outcome', outcomeKinds.filter((kind) => kind !== 'deferred')),
  shares('guideline', ['followed', 'offGuideline']),
  shares('dissent', ['unanimous', 'dissent']),
  shares('carriedOut', ['yes', 'partly', 'otherwise', 'no', 'notAnswered']),
  shares('whyNot', notCarriedOutReasons),
] as const satisfies readonly FigureDefinition[];
export type FigureName = (typeof figures)[number]['figure'];
export const figureNames: readonly FigureName[] = figures.map(({ figure }) => figure);

/** A year, a quarter or a month: periods that lie whole within one another, so that no two of them differ by a few days. */
export const periodPattern = /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/;

/** The period itself and those in which it lies, widest first. */
export function periodsAround(period: string): readonly { readonly level: 'year' | 'quarter' | 'month'; readonly value: string }[] {
  const year = { level: 'year', value: period.slice(0, 4) } as const;
  if (period.length === 4) return [year];
  if (period[5] === 'Q') return [year, { level: 'quarter', value: period }];
  return [year, { level: 'quarter', value: quarterOf(period) }, { level: 'month', value: period }];
}
const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
