import { among, type Tnm } from './tnm.js';

type Row = readonly [group: string, t: readonly string[], n: readonly string[]];
const look = (rows: readonly Row[], { t, n }: Tnm): string | null => rows.find(([, ts, ns]) => (ts.length === 0 || among(t, ...ts)) && (ns.length === 0 || among(n, ...ns)))?.[0] ?? null;
const m0 = ({ m }: Tnm): boolean => among(m, 'M0');
const m1 = ({ m }: Tnm): boolean => among(m, 'M1');
const anyT: readonly string[] = [];

const breast: readonly Row[] = [
  ['0', ['Tis'], ['N0']], ['IA', ['T1'], ['N0']], ['IB', ['T0', 'T1'], ['N1mi']], ['IIIC', anyT, ['N3']], ['IIIB', ['T4'], ['N0', 'N1', 'N2']], ['IIIA', ['T0', 'T1', 'T2'], ['N2']], ['IIIA', ['T3'], ['N1', 'N2']],
  ['IIB', ['T2'], ['N1']], ['IIB', ['T3'], ['N0']], ['IIA', ['T0', 'T1'], ['N1']], ['IIA', ['T2'], ['N0']],
];
/** Anatomic stage of breast cancer [AJCC 8, 2017]; not the prognostic stage, which asks for receptors and grade. N1mi with T2 and more counts as N1. */
export const breastStage = (tnm: Tnm): string | null => (m1(tnm) ? 'IV' : m0(tnm) ? look(breast, tnm) : null);

const clinicalStomach: readonly Row[] = [
  ['0', ['Tis'], ['N0']], ['I', ['T1', 'T2'], ['N0']], ['IIA', ['T1', 'T2'], ['N1', 'N2', 'N3']], ['IIB', ['T3', 'T4a'], ['N0']], ['III', ['T3', 'T4a'], ['N1', 'N2', 'N3']], ['IVA', ['T4b'], ['N0', 'N1', 'N2', 'N3']],
];
const pathologicStomach: readonly Row[] = [
  ['0', ['Tis'], ['N0']], ['IA', ['T1'], ['N0']], ['IB', ['T1'], ['N1']], ['IB', ['T2'], ['N0']], ['IIA', ['T1'], ['N2']], ['IIA', ['T2'], ['N1']], ['IIA', ['T3'], ['N0']],
  ['IIB', ['T1'], ['N3a']], ['IIB', ['T2'], ['N2']], ['IIB', ['T3'], ['N1']], ['IIB', ['T4a'], ['N0']],
  ['IIIA', ['T2'], ['N3a']], ['IIIA', ['T3'], ['N2']], ['IIIA', ['T4a'], ['N1', 'N2']], ['IIIA', ['T4b'], ['N0']],
  ['IIIB', ['T1', 'T2'], ['N3b']], ['IIIB', ['T3', 'T4a'], ['N3a']], ['IIIB', ['T4b'], ['N1', 'N2']], ['IIIC', ['T3', 'T4a'], ['N3b']], ['IIIC', ['T4b'], ['N3a', 'N3b']],
];
/** Stage of a carcinoma of the stomach, clinical or pathological [AJCC 8, 2017]. Pathological N3 has to say a or b. */
export const stomachStage = (tnm: Tnm, kind: 'clinical' | 'pathological'): string | null => {
  if (m1(tnm)) return kind === 'clinical' ? 'IVB' : 'IV';
  return m0(tnm) ? look(kind === 'clinical' ? clinicalStomach : pathologicStomach, tnm) : null;
};

export type OesophagealType = 'squamous' | 'adenocarcinoma';
const oesophagus: Readonly<Record<OesophagealType, readonly Row[]>> = {
  squamous: [
    ['0', ['Tis'], ['N0']], ['IVA', anyT, ['N3']], ['IVA', ['T4'], ['N0', 'N1', 'N2']], ['I', ['T1'], ['N0', 'N1']], ['II', ['T2'], ['N0', 'N1']], ['II', ['T3'], ['N0']], ['III', ['T3'], ['N1']], ['III', ['T1', 'T2', 'T3'], ['N2']],
  ],
  adenocarcinoma: [
    ['0', ['Tis'], ['N0']], ['IVA', anyT, ['N3']], ['IVA', ['T4b'], ['N0', 'N1', 'N2']], ['IVA', ['T1', 'T2', 'T3', 'T4a'], ['N2']], ['I', ['T1'], ['N0']], ['IIA', ['T1'], ['N1']], ['IIB', ['T2'], ['N0']],
    ['III', ['T2'], ['N1']], ['III', ['T3', 'T4a'], ['N0', 'N1']],
  ],
};
/** Clinical stage of a carcinoma of oesophagus or junction, by its type [AJCC 8, 2017]. The pathological groups ask for grade and place and are not computed. */
export const oesophagusStage = (tnm: Tnm, type: OesophagealType): string | null => (m1(tnm) ? 'IVB' : m0(tnm) ? look(oesophagus[type], tnm) : null);
