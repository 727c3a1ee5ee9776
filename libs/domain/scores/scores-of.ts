import type { FormDefinition } from '../forms/definition.js';
import { ecog } from './ecog.js';
import { huvos } from './huvos.js';
import { enneking, mirels, msts } from './musculoskeletal.js';
import type { Known, Score } from './score.js';
import { stageGroup } from './stage-group.js';

/** Every score that a form's answers allow or begin: computed with its reasoning, or "not computed" with what is missing. Beside RECIST (`recistOf`). */
export const scoresOf = (form: FormDefinition, known: Known): readonly Score[] => {
  const fields = new Set(form.sections.flatMap((section) => section.fields.map(({ id }) => id)));
  const asks = (...ids: readonly string[]): boolean => ids.some((id) => fields.has(id));
  return [
    asks('cT') ? stageGroup(known, 'clinical') : null, asks('pT') ? stageGroup(known, 'pathological') : null,
    asks('compartment', 'grade') ? enneking(known) : null, asks('mirelsSite') ? mirels(known) : null, asks('necrosis') ? huvos(known) : null,
    asks('mstsLimb') ? msts(known) : null, asks('ecog') ? ecog(known) : null,
  ].filter((score) => score !== null);
};
