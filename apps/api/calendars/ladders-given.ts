import type { Ladder } from '#domain';
import type { LadderDto, NamedLadderDto } from './policy.dto.js';

/** A ladder as it was sent, in the domain's words: no span is none. */
export const ladderGiven = ({ allowance, rungs }: LadderDto): Ladder => ({
  allowance: { amount: allowance.amount, unit: allowance.unit },
  rungs: rungs.map(({ name, kind, fraction, plus, tells }) => ({ name, kind, fraction, tells: [...tells], ...(plus ? { plus: { amount: plus.amount, unit: plus.unit } } : {}) })),
});

export const laddersGiven = (ladders: readonly NamedLadderDto[]): Readonly<Record<string, Ladder>> => Object.fromEntries(ladders.map((ladder) => [ladder.key, ladderGiven(ladder)]));
