import { numberIn, textIn } from '../forms/reading.js';
import { computed, find, notComputed, type Known, type Score, type Used } from './score.js';
import { among, gradeTier, readM, readN } from './tnm.js';

export const musculoskeletal: readonly string[] = ['boneSarcoma', 'softTissueSarcoma'];

/** Whether there is a metastasis: by M, else by what the image shows of lungs and other bones. Null where nobody says. */
const metastasisIn = (known: Known): { readonly is: boolean; readonly used: readonly Used[] } | null => {
  const [m, n] = [find(known, 'M', 'pM', 'cM'), find(known, 'N', 'pN', 'cN')];
  const node = n !== null && among(readN(n.value) ?? '', 'N1', 'N2', 'N3');
  if (node) return { is: true, used: [n] };
  if (m !== null && readM(m.value) !== null) return { is: among(readM(m.value) ?? '', 'M1'), used: [m] };
  const seen = [find(known, 'lungs', 'lungs'), find(known, 'otherBones', 'otherBones')].filter((one): one is Used => one !== null);
  const present = seen.filter(({ value }) => value === 'present');
  if (present.length > 0) return { is: true, used: present };
  return seen.length === 2 && seen.every(({ value }) => value === 'none') ? { is: false, used: seen } : null;
};

/**
 * Surgical stage of a musculoskeletal sarcoma, IA to IIIB: low or high grade, within or beyond its compartment, III with any metastasis, a node
 * among them [Enneking, Spanier, Goodman, Clin Orthop 1980;153:106-120]. Null for other tumors and where the compartment isn't said.
 */
export const enneking = (known: Known): Score | null => {
  const compartment = find(known, 'compartment', 'compartment');
  if (!musculoskeletal.includes(known.tumorType) || compartment === null) return null;
  const letter = compartment.value === 'intracompartmental' ? 'A' : 'B';
  const metastasis = metastasisIn(known);
  if (metastasis?.is === true) return computed('enneking', `III${letter}`, 'metastasis', 'enneking1980', [compartment, ...metastasis.used]);
  const grade = find(known, 'grade', 'grade');
  const tier = grade === null || grade.value === 'GX' ? null : gradeTier(grade.value);
  const missing = [...(metastasis === null ? ['metastasis'] : []), ...(tier === null ? ['grade'] : [])];
  if (tier === null || metastasis === null) return notComputed('enneking', 'incomplete', 'enneking1980', [compartment, grade, ...(metastasis?.used ?? [])], missing);
  return computed('enneking', `${tier === 'low' ? 'I' : 'II'}${letter}`, 'gradeAndCompartment', 'enneking1980', [grade, compartment, ...metastasis.used]);
};

const mirelsParts = [
  ['mirelsSite', ['upperLimb', 'lowerLimb', 'peritrochanteric']], ['mirelsPain', ['mild', 'moderate', 'functional']],
  ['mirelsLesion', ['blastic', 'mixed', 'lytic']], ['mirelsSize', ['underThird', 'oneToTwoThirds', 'overTwoThirds']],
] as const;
/**
 * Mirels score of a metastasis in a long bone, 4 to 12: four parts of one to three points. Up to 7 the bone is watched or irradiated, 8 is for
 * judgement, from 9 on it is fixed before it breaks [Mirels, Clin Orthop 1989;249:256-264]. Null where none of the parts is answered.
 */
export const mirels = (known: Known): Score | null => {
  const parts = mirelsParts.map(([field, options]) => { const value = textIn(known.own[field]); return { field, value, points: options.findIndex((option) => option === value) + 1 }; });
  const used = parts.flatMap(({ field, value }): Used[] => (value === null ? [] : [{ what: field, value, from: null }]));
  if (used.length === 0) return null;
  const missing = parts.filter(({ points }) => points === 0).map(({ field }) => field);
  if (missing.length > 0) return notComputed('mirels', 'incomplete', 'mirels1989', used, missing);
  const sum = parts.reduce((all, { points }) => all + points, 0);
  return computed('mirels', String(sum), 'sum', 'mirels1989', used, sum <= 7 ? 'watch' : sum === 8 ? 'judge' : 'fix');
};

const lower = ['mstsSupports', 'mstsWalking', 'mstsGait'];
const upper = ['mstsHandPosition', 'mstsDexterity', 'mstsLifting'];
/** MSTS score of the limb's function, 0 to 30: six parts of 0 to 5 [Enneking et al., Clin Orthop 1993;286:241-246]. Null where none is answered. */
export const msts = ({ own }: Known): Score | null => {
  const limb = textIn(own['mstsLimb']);
  const fields = ['mstsPain', 'mstsFunction', 'mstsAcceptance', ...(limb === 'upper' ? upper : limb === 'lower' ? lower : [])];
  const values = fields.map((field) => ({ field, value: numberIn(own[field]) }));
  const used = values.flatMap(({ field, value }): Used[] => (value === null ? [] : [{ what: field, value: String(value), from: null }]));
  if (used.length === 0) return null;
  const missing = [...(limb === null ? ['mstsLimb'] : []), ...values.filter(({ value }) => value === null).map(({ field }) => field)];
  if (missing.length > 0) return notComputed('msts', 'incomplete', 'msts1993', used, missing);
  return computed('msts', String(values.reduce((all, { value }) => all + (value ?? 0), 0)), 'sum', 'msts1993', used);
};
