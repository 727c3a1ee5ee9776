import { textIn } from '../forms/reading.js';
import { computed, type Known, type Score } from './score.js';

/** ECOG performance status with its meaning [Oken et al., Am J Clin Oncol 1982;5:649-655]; the words stand in the lists. Null where it isn't stated. */
export const ecog = ({ own }: Known): Score | null => {
  const value = textIn(own['ecog']);
  return value === null ? null : computed('ecog', value, 'stated', 'ecog1982', []);
};
