import type { OpinionDto } from '../generated/types.gen.js';

const silent = ['notKnown', 'notApplicable'];

/** Questions that the opinions share and answer differently: what the board has to settle. "Not known" differs from nothing. */
export function differingCodes(opinions: readonly Pick<OpinionDto, 'codes'>[]): ReadonlySet<string> {
  const said = new Map<string, Set<string>>();
  for (const { codes } of opinions) {
    for (const [code, answer] of Object.entries(codes)) if (!silent.includes(String(answer))) said.set(code, (said.get(code) ?? new Set()).add(String(answer)));
  }
  return new Set([...said].filter(([, answers]) => answers.size > 1).map(([code]) => code));
}
