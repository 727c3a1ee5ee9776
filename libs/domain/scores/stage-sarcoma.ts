import { among, gradeTier, type Tnm } from './tnm.js';

/** Sites whose stage groups AJCC 8 gives; pelvis and spine of bone, and head and neck or viscera of soft tissue, have a T of their own and no group. */
export const stagingSites = ['appendicular', 'spine', 'pelvis', 'trunkOrLimb', 'retroperitoneum', 'headOrNeck', 'viscera'] as const;
export const groupless: readonly string[] = ['spine', 'pelvis', 'headOrNeck', 'viscera'];

/**
 * Stage group of a bone sarcoma of the appendicular skeleton, trunk, skull or face [AJCC Cancer Staging Manual, 8th edition 2017, Bone]. T1 up to
 * 8 cm, T2 over 8 cm, T3 discontinuous. Null for what the table doesn't have.
 */
export const boneStage = ({ t, n, m }: Tnm, grade: string): string | null => {
  if (among(n, 'N1') || among(m, 'M1b')) return 'IVB';
  if (among(m, 'M1a')) return 'IVA';
  const tier = gradeTier(grade);
  if (!among(n, 'N0', 'NX') || !among(m, 'M0') || tier === null) return null;
  if (among(t, 'T1')) return tier === 'low' ? 'IA' : 'IIA';
  if (among(t, 'T2')) return tier === 'low' ? 'IB' : 'IIB';
  return among(t, 'T3') ? (tier === 'low' ? 'IB' : 'III') : null;
};

/**
 * Stage group of a soft tissue sarcoma of trunk or limb, or of the retroperitoneum [AJCC 8, 2017]. T1 up to 5 cm, T2 to 10, T3 to 15, T4 over 15. A
 * positive node is stage IV in trunk and limb, IIIB in the retroperitoneum.
 */
export const softTissueStage = ({ t, n, m }: Tnm, grade: string, site: 'trunkOrLimb' | 'retroperitoneum'): string | null => {
  if (among(m, 'M1')) return 'IV';
  if (!among(m, 'M0')) return null;
  if (among(n, 'N1')) return site === 'trunkOrLimb' ? 'IV' : 'IIIB';
  const tier = gradeTier(grade);
  if (!among(n, 'N0', 'NX') || tier === null) return null;
  if (among(t, 'T1')) return tier === 'low' ? 'IA' : 'II';
  if (among(t, 'T2')) return tier === 'low' ? 'IB' : 'IIIA';
  return among(t, 'T3', 'T4') ? (tier === 'low' ? 'IB' : 'IIIB') : null;
};
