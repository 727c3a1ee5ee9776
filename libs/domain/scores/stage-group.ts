import { computed, find, notComputed, type Known, type Score, type Used } from './score.js';
import { breastStage, oesophagusStage, stomachStage, type OesophagealType } from './stage-carcinoma.js';
import { boneStage, groupless, softTissueStage } from './stage-sarcoma.js';
import { readM, readN, readT, type Tnm } from './tnm.js';

type Kind = 'clinical' | 'pathological';
interface Asked { readonly known: Known; readonly kind: Kind; readonly tnm: Tnm; readonly used: readonly (Used | null)[]; readonly stated: readonly Used[] }
const edition = '8';

/**
 * The stage group that follows from T, N and M as typed, with grade and site where the table asks for them; "not computed" with its reason
 * everywhere else. Bone sarcoma of pelvis and spine has a T of its own and no stage group: none is ever computed. Null where nothing of TNM is said.
 */
export const stageGroup = (known: Known, kind: Kind): Score | null => {
  const letter = kind === 'clinical' ? 'c' : 'p';
  const [t, n] = [find({ ...known, others: [] }, 'T', `${letter}T`), find({ ...known, others: [] }, 'N', `${letter}N`)];
  // Pathologists seldom see a metastasis: then what the image says of it stands.
  const m = find({ ...known, others: [] }, 'M', `${letter}M`) ?? (kind === 'pathological' ? find(known, 'M', 'cM') : null);
  const stated = [t, n, m].filter((one) => one !== null);
  if (t === null && n === null && (m === null || m.from !== null)) return null;
  const said = find({ ...known, others: [] }, 'edition', 'tnmEdition');
  if (said !== null && said.value !== edition) return notComputed('stageGroup', 'otherEdition', 'ajcc8', [...stated, said]);
  const missing = [...(t === null ? ['T'] : []), ...(n === null ? ['N'] : []), ...(m === null ? ['M'] : [])];
  if (t === null || n === null || m === null) return notComputed('stageGroup', 'incomplete', 'ajcc8', stated, missing);
  const tnm = { t: readT(t.value), n: readN(n.value), m: readM(m.value) };
  if (tnm.t === null || tnm.n === null || tnm.m === null) return notComputed('stageGroup', 'unreadable', 'ajcc8', stated);
  return byTable({ known, kind, tnm: { t: tnm.t, n: tnm.n, m: tnm.m }, used: stated, stated });
};

const byTable = (asked: Asked): Score => {
  switch (asked.known.tumorType) {
    case 'boneSarcoma': case 'softTissueSarcoma': return sarcoma(asked);
    case 'breast': return told(asked, breastStage(asked.tnm), [], 'anatomic');
    case 'oesophagus': case 'stomach': return upperGi(asked);
    default: return notComputed('stageGroup', 'noTable', 'ajcc8', asked.stated);
  }
};

const told = ({ stated }: Asked, group: string | null, more: readonly (Used | null)[], because = 'table'): Score =>
  (group === null ? notComputed('stageGroup', 'notInTable', 'ajcc8', [...stated, ...more]) : computed('stageGroup', group, because, 'ajcc8', [...stated, ...more]));

/** Pelvic zones that are named say that it is the pelvis, where nobody said the site. */
const siteOf = (known: Known): Used | null => {
  const zones = find(known, 'site', 'pelvicZones');
  return find(known, 'site', 'stagingSite') ?? (known.tumorType === 'boneSarcoma' && zones !== null ? { ...zones, value: 'pelvis' } : null);
};

const sarcoma = (asked: Asked): Score => {
  const { known, tnm, stated } = asked;
  const [site, grade] = [siteOf(known), find(known, 'grade', 'grade')];
  if (site === null) return notComputed('stageGroup', 'incomplete', 'ajcc8', stated, ['site']);
  if (groupless.includes(site.value)) return notComputed('stageGroup', 'noGroupForSite', 'ajcc8', [...stated, site]);
  const isBone = known.tumorType === 'boneSarcoma';
  if (isBone !== (site.value === 'appendicular')) return notComputed('stageGroup', 'siteOfOtherTable', 'ajcc8', [...stated, site]);
  const group = (g: string): string | null => (isBone ? boneStage(tnm, g) : softTissueStage(tnm, g, site.value === 'retroperitoneum' ? 'retroperitoneum' : 'trunkOrLimb'));
  // With metastases or nodes the grade makes no difference: then it need not be known.
  if (grade === null) return group('?') === null ? notComputed('stageGroup', 'incomplete', 'ajcc8', [...stated, site], ['grade']) : told(asked, group('?'), [site]);
  return told(asked, group(grade.value), [grade, site]);
};

const ofOesophagus: readonly string[] = ['upperOesophagus', 'middleOesophagus', 'lowerOesophagus', 'junctionI', 'junctionII'];
/** By ICD-O-3 morphology: squamous 8070 to 8078, adenocarcinoma 8140 to 8145, 8211, 8260, 8480 to 8490. */
const typeOf = (morphology: string): OesophagealType | null => {
  const code = Number(/^\s*(\d{4})/.exec(morphology)?.[1] ?? 0);
  if (code >= 8070 && code <= 8078) return 'squamous';
  return (code >= 8140 && code <= 8145) || code === 8211 || code === 8260 || (code >= 8480 && code <= 8490) ? 'adenocarcinoma' : null;
};

/** Junction types I and II are staged as oesophagus, III as stomach [AJCC 8]. */
const upperGi = (asked: Asked): Score => {
  const { known, kind, tnm, stated } = asked;
  const site = find(known, 'upperGiSite', 'site', 'endoscopySite');
  if (site === null) return notComputed('stageGroup', 'incomplete', 'ajcc8', stated, ['site']);
  if (!ofOesophagus.includes(site.value)) return told(asked, stomachStage(tnm, kind), [site]);
  if (kind === 'pathological') return notComputed('stageGroup', 'asksForPlaceAndGrade', 'ajcc8', [...stated, site]);
  const morphology = find(known, 'morphology', 'morphologyCode');
  const type = morphology === null ? null : typeOf(morphology.value);
  return type === null ? notComputed('stageGroup', 'incomplete', 'ajcc8', [...stated, site, morphology], ['morphology']) : told(asked, oesophagusStage(tnm, type), [site, morphology]);
};
