import type { OpinionDto } from '../generated/types.gen.js';

/** Key of what an opinion is called: its kind, or the discipline that was asked beside the reviews. */
export const opinionName = ({ kind, discipline }: Pick<OpinionDto, 'kind' | 'discipline'>): string =>
  (kind === 'opinion' ? `cases.opinionBy.${discipline}` : `cases.opinionKind.${kind}`);
