import { numberIn } from '../forms/reading.js';
import { computed, type Known, type Score } from './score.js';

/**
 * Grade of an osteosarcoma's response to chemotherapy by its share of necrosis: I under 50 %, II 50 to 90 %, III over 90 %, IV all of it
 * [Huvos, Rosen, Marcove, Arch Pathol Lab Med 1977;101:14-18]. More than 90 % counts as a good response.
 */
export const huvosGradeOf = (necrosis: number): 'I' | 'II' | 'III' | 'IV' => (necrosis < 50 ? 'I' : necrosis <= 90 ? 'II' : necrosis < 100 ? 'III' : 'IV');

/** Grades that a share can have: at the borders authors differ, so 50 % may be I or II, and 90 % II or III. */
export const huvosGradesFor = (necrosis: number): readonly string[] =>
  [...new Set([huvosGradeOf(necrosis), ...(necrosis === 50 ? ['I'] : []), ...(necrosis === 90 ? ['III'] : [])])];

/** Null where no necrosis is stated. */
export const huvos = ({ own }: Known): Score | null => {
  const necrosis = numberIn(own['necrosis']);
  if (necrosis === null) return null;
  return computed('huvos', huvosGradeOf(necrosis), 'necrosis', 'huvos1977', [{ what: 'necrosis', value: String(necrosis), from: null }], necrosis > 90 ? 'goodResponse' : 'poorResponse');
};
