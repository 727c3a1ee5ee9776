import { refuse, type Refusal } from '../core/refusal.js';
import { firstOf } from '../cases/refusals.js';
import type { FormAnswers } from '../forms/definition.js';
import { numberIn, textIn } from '../forms/reading.js';
import { huvosGradesFor } from './huvos.js';
import { among, readM, readN } from './tnm.js';

const nodes = (answers: FormAnswers): Refusal | null => {
  const [examined, positive, stated] = [numberIn(answers['nodesExamined']), numberIn(answers['nodesPositive']), textIn(answers['pN'])];
  if (examined !== null && positive !== null && positive > examined) return refuse('SCORE.NODES_OVER_EXAMINED', { positive, examined }, 'nodesPositive');
  const n = stated === null ? null : readN(stated);
  if (n === null || stated === null || positive === null) return null;
  // Isolated tumor cells are N0 and no positive node; a micrometastasis is both N1 and positive.
  if (among(n, 'N0') && positive > 0) return refuse('SCORE.NODES_CONTRADICT_N', { stated, positive }, 'pN');
  return among(n, 'N1', 'N2', 'N3') && positive === 0 && (examined ?? 0) > 0 ? refuse('SCORE.NODES_CONTRADICT_N', { stated, positive }, 'pN') : null;
};

const response = (answers: FormAnswers): Refusal | null => {
  const [necrosis, grade] = [numberIn(answers['necrosis']), textIn(answers['huvos'])];
  if (necrosis === null || grade === null) return null;
  const fitting = huvosGradesFor(necrosis);
  return fitting.includes(grade) ? null : refuse('SCORE.HUVOS_CONTRADICTS_NECROSIS', { grade, necrosis, fitting }, 'huvos');
};

/** Who is fully active walks; who is up for half of the day isn't bedbound; who can't do anything for themselves doesn't walk unaided. */
const unfit: Readonly<Record<string, readonly string[]>> = { 0: ['wheelchair', 'bedbound'], 1: ['bedbound'], 2: ['bedbound'], 4: ['unaided'] };
const performance = (answers: FormAnswers): Refusal | null => {
  const [ecog, walking] = [textIn(answers['ecog']), textIn(answers['walkingAbility'])];
  return ecog !== null && walking !== null && unfit[ecog]?.includes(walking) === true ? refuse('SCORE.ECOG_CONTRADICTS_WALKING', { ecog, walking }, 'ecog') : null;
};

/** A distant metastasis is Enneking stage III: I and II are for none. */
const stage = (answers: FormAnswers): Refusal | null => {
  const [enneking, stated] = [textIn(answers['enneking']), textIn(answers['cM']) ?? textIn(answers['pM'])];
  const m = stated === null ? null : readM(stated);
  if (enneking === null || m === null || stated === null) return null;
  return among(m, 'M1') && !enneking.startsWith('III') ? refuse('SCORE.STAGE_CONTRADICTS_M', { stage: enneking, stated }, 'enneking') : null;
};

const operation = (answers: FormAnswers): Refusal | null => {
  const [resectable, margins] = [textIn(answers['resectable']), textIn(answers['expectedMargins'])];
  const contradicts = (resectable === 'no' && margins === 'R0') || (resectable === 'yes' && margins === 'R2');
  return contradicts ? refuse('SCORE.RESECTABLE_CONTRADICTS_MARGINS', { resectable, margins }, 'expectedMargins') : null;
};

/** Seen on the image and yet "M0", or nothing seen and yet a metastasis to the lung. */
const spread = (answers: FormAnswers): Refusal | null => {
  const stated = textIn(answers['cM']);
  const m = stated === null ? null : readM(stated);
  const seen = ['lungs', 'otherBones', 'liver', 'bones', 'distantNodes', 'peritoneum'].find((field) => textIn(answers[field]) === 'present');
  return m !== null && among(m, 'M0') && seen !== undefined ? refuse('SCORE.SPREAD_CONTRADICTS_M', { stated: stated ?? '', where: seen }, 'cM') : null;
};

/**
 * What can't be so: the first contradiction within a form, as a refusal with both sides. SCORE.NODES_OVER_EXAMINED, NODES_CONTRADICT_N,
 * HUVOS_CONTRADICTS_NECROSIS, ECOG_CONTRADICTS_WALKING, STAGE_CONTRADICTS_M, RESECTABLE_CONTRADICTS_MARGINS, SPREAD_CONTRADICTS_M.
 */
export const contradictionIn = (answers: FormAnswers): Refusal | null =>
  firstOf(nodes(answers), response(answers), performance(answers), stage(answers), operation(answers), spread(answers));
