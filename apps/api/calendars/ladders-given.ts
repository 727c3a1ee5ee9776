import type { Allowance, Ladder, Rung } from '#domain';
import type { LadderDto, NamedLadderDto } from './policy.dto.js';

const hours: Readonly<Record<Allowance['unit'], number>> = { workingHours: 1, clockHours: 1, workingDays: 8, clockDays: 24 };
const lateness = ({ plus }: Rung): number => (plus === undefined ? 0 : plus.amount * hours[plus.unit]);

/** A ladder as it was sent, in the domain's words: no span is none, and marks stand in their order, in which the highest that is due is told. */
export const ladderGiven = ({ allowance, rungs }: LadderDto): Ladder => ({
  allowance: { amount: allowance.amount, unit: allowance.unit },
  rungs: rungs.map(({ name, kind, fraction, plus, tells, reassigns }): Rung => ({ name, kind, fraction, tells: [...tells], ...(plus ? { plus: { amount: plus.amount, unit: plus.unit } } : {}), ...(reassigns === true ? { reassigns: true } : {}) }))
    .sort((a, b) => a.fraction - b.fraction || lateness(a) - lateness(b)),
});

export const laddersGiven = (ladders: readonly NamedLadderDto[]): Readonly<Record<string, Ladder>> => Object.fromEntries(ladders.map((ladder) => [ladder.key, ladderGiven(ladder)]));
