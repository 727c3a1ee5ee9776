import fc from 'fast-check';
import type { FieldAnswer, FormAnswers } from '../forms/definition.js';
import { rehabilitationOpinionForm } from '../forms/opinions/care.js';
import { surgeryOpinionForm } from '../forms/opinions/surgery.js';
import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { breastPathologyForm } from '../forms/pathology-breast.js';
import { upperGiImagingForm } from '../forms/imaging-upper-gi.js';
import { upperGiPathologyForm } from '../forms/pathology-upper-gi.js';
import type { FormDefinition } from '../forms/definition.js';
import { contradictionIn } from './contradictions.js';
import { huvosGradeOf, huvosGradesFor } from './huvos.js';
import type { Evidence, Score, ScoreCode } from './score.js';
import { scoresOf } from './scores-of.js';
import { boneStage, softTissueStage } from './stage-sarcoma.js';
import { breastStage, oesophagusStage, stomachStage } from './stage-carcinoma.js';
import { readM, readN, readT } from './tnm.js';

type Values = Readonly<Record<string, string | number | readonly string[]>>;
const given = (values: Values): FormAnswers => Object.fromEntries(Object.entries(values).map(([id, value]): [string, FieldAnswer] => [id, { state: 'given', value }]));
const score = (form: FormDefinition, code: ScoreCode, tumorType: string, own: Values, ...others: readonly (readonly [from: string, values: Values])[]): Score | undefined =>
  scoresOf(form, { own: given(own), tumorType, others: others.map(([from, values]): Evidence => ({ from, answers: given(values) })) }).find((one) => one.code === code);
const tnm = (text: string) => { const [t = '', n = '', m = ''] = text.split(' '); return { t: readT(t) ?? '', n: readN(n) ?? '', m: readM(m) ?? '' }; };

describe('TNM as it is typed', () => {
  it.each([['T2', 'T2'], ['pT2b', 'T2b'], ['ycT4a', 'T4a'], ['cTis', 'Tis'], [' pT1mi', 'T1mi'], ['TX', 'TX'], ['2', null], ['T', null], ['T7', null], ['large', null]])('%s reads as %s', (typed, read) => expect(readT(typed)).toBe(read));
  it.each([['pN1mi', 'N1mi'], ['N0(i+)', 'N0'], ['cN3a', 'N3a'], ['N1 (sn)', 'N1']])('%s reads as %s', (typed, read) => expect(readN(typed)).toBe(read));
  it.each([['M1 a', 'M1a'], ['cM0(i+)', 'M0'], ['pM1b', 'M1b']])('%s reads as %s', (typed, read) => expect(readM(typed)).toBe(read));
});

describe('stage groups of AJCC 8', () => {
  it.each([
    ['T1 N0 M0', 'low', 'IA'], ['T2 N0 M0', 'G1', 'IB'], ['T3 N0 M0', 'GX', 'IB'], ['T1 N0 M0', 'high', 'IIA'], ['T2 N0 M0', 'G3', 'IIB'], ['T3 N0 M0', 'G2', 'III'],
    ['T1 N0 M1a', 'low', 'IVA'], ['T2 N1 M0', 'high', 'IVB'], ['T1 N0 M1b', 'low', 'IVB'], ['T2 N1 M1a', 'high', 'IVB'], ['TX N0 M0', 'high', null],
  ])('bone of limb, trunk, skull: %s %s is %s', (text, grade, group) => expect(boneStage(tnm(text), grade)).toBe(group));
  it.each([
    ['T1 N0 M0', 'G1', 'trunkOrLimb', 'IA'], ['T4 N0 M0', 'G1', 'trunkOrLimb', 'IB'], ['T1 N0 M0', 'G3', 'trunkOrLimb', 'II'], ['T2 N0 M0', 'G2', 'trunkOrLimb', 'IIIA'], ['T3 N0 M0', 'G3', 'trunkOrLimb', 'IIIB'],
    ['T1 N1 M0', 'G1', 'trunkOrLimb', 'IV'], ['T1 N1 M0', 'G1', 'retroperitoneum', 'IIIB'], ['T4 N1 M1', 'G3', 'retroperitoneum', 'IV'],
  ] as const)('soft tissue: %s %s of %s is %s', (text, grade, site, group) => expect(softTissueStage(tnm(text), grade, site)).toBe(group));
  it.each([
    ['Tis N0 M0', '0'], ['T1 N0 M0', 'IA'], ['T1mi N0 M0', 'IA'], ['T0 N1mi M0', 'IB'], ['T1 N1mi M0', 'IB'], ['T1 N1 M0', 'IIA'], ['T2 N0 M0', 'IIA'], ['T2 N1mi M0', 'IIB'], ['T2 N1 M0', 'IIB'], ['T3 N0 M0', 'IIB'],
    ['T0 N2 M0', 'IIIA'], ['T3 N1 M0', 'IIIA'], ['T4b N1 M0', 'IIIB'], ['T1 N3a M0', 'IIIC'], ['T1 N0 M1', 'IV'], ['T0 N0 M0', null],
  ])('breast, anatomic: %s is %s', (text, group) => expect(breastStage(tnm(text))).toBe(group));
  it.each([
    ['clinical', 'T2 N0 M0', 'I'], ['clinical', 'T2 N1 M0', 'IIA'], ['clinical', 'T3 N0 M0', 'IIB'], ['clinical', 'T4a N2 M0', 'III'], ['clinical', 'T4b N0 M0', 'IVA'], ['clinical', 'T1 N0 M1', 'IVB'],
    ['pathological', 'T1b N1 M0', 'IB'], ['pathological', 'T3 N0 M0', 'IIA'], ['pathological', 'T4a N0 M0', 'IIB'], ['pathological', 'T4b N0 M0', 'IIIA'], ['pathological', 'T2 N3b M0', 'IIIB'], ['pathological', 'T4a N3b M0', 'IIIC'],
    ['pathological', 'T2 N3 M0', null], ['pathological', 'T4 N0 M0', null], ['pathological', 'T1 N0 M1', 'IV'],
  ] as const)('stomach, %s: %s is %s', (kind, text, group) => expect(stomachStage(tnm(text), kind)).toBe(group));
  it.each([
    ['squamous', 'T1 N1 M0', 'I'], ['squamous', 'T3 N0 M0', 'II'], ['squamous', 'T3 N1 M0', 'III'], ['squamous', 'T4a N0 M0', 'IVA'], ['squamous', 'T1 N3 M0', 'IVA'],
    ['adenocarcinoma', 'T1 N1 M0', 'IIA'], ['adenocarcinoma', 'T2 N0 M0', 'IIB'], ['adenocarcinoma', 'T4a N1 M0', 'III'], ['adenocarcinoma', 'T2 N2 M0', 'IVA'], ['adenocarcinoma', 'T1 N0 M1', 'IVB'],
  ] as const)('oesophagus, clinical, %s: %s is %s', (type, text, group) => expect(oesophagusStage(tnm(text), type)).toBe(group));

  const order = ['0', 'I', 'IA', 'IB', 'II', 'IIA', 'IIB', 'III', 'IIIA', 'IIIB', 'IIIC', 'IV', 'IVA', 'IVB'];
  const step = (text: string, letter: string, by: number): string => text.replace(new RegExp(`${letter}(\\d)`), (_, digit: string) => `${letter}${Number(digit) + by}`);
  it('a larger tumor, more nodes or a metastasis never lower the stage', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('T', 'N', 'M'), fc.constantFrom('low', 'high'), (t, n, letter, grade) => {
      const from = `T${t} N${n} M0`;
      const to = step(from, letter, 1);
      const tables = [(text: string) => boneStage(tnm(text), grade), (text: string) => softTissueStage(tnm(text), grade, 'trunkOrLimb'), (text: string) => softTissueStage(tnm(text), grade, 'retroperitoneum'), (text: string) => breastStage(tnm(text)), (text: string) => stomachStage(tnm(text), 'clinical'), (text: string) => oesophagusStage(tnm(text), 'squamous'), (text: string) => oesophagusStage(tnm(text), 'adenocarcinoma')];
      for (const table of tables) {
        const [before, after] = [table(from), table(to)];
        if (before !== null && after !== null) expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }
    }));
  });
});

describe('the stage group of a form', () => {
  const ct = { cT: 'cT2', cN: 'cN0', cM: 'cM0' };
  it('takes T, N, M of the image and the grade of pathology, and says what came from where', () => {
    expect(score(imagingForm, 'stageGroup', 'boneSarcoma', { ...ct, stagingSite: 'appendicular' }, ['pathology', { grade: 'high' }])).toEqual({
      code: 'stageGroup', value: 'IIB', because: 'table', missing: [], advice: null, source: 'ajcc8',
      used: [{ what: 'T', value: 'cT2', from: null }, { what: 'N', value: 'cN0', from: null }, { what: 'M', value: 'cM0', from: null }, { what: 'grade', value: 'high', from: 'pathology' }, { what: 'site', value: 'appendicular', from: null }],
    });
  });
  it.each<[string, string, Values, readonly (readonly [string, Values])[], string, readonly string[]]>([
    ['pelvis and spine have no group', 'boneSarcoma', { ...ct, stagingSite: 'spine' }, [['pathology', { grade: 'high' }]], 'noGroupForSite', []],
    ['pelvic zones alone say that it is the pelvis', 'boneSarcoma', { ...ct, pelvicZones: ['I', 'II'] }, [['pathology', { grade: 'high' }]], 'noGroupForSite', []],
    ['also where only the referral names them', 'boneSarcoma', ct, [['referral', { pelvicZones: ['I'] }]], 'noGroupForSite', []],
    ['without site nothing is guessed', 'boneSarcoma', ct, [], 'incomplete', ['site']],
    ['without grade', 'boneSarcoma', { ...ct, stagingSite: 'appendicular' }, [], 'incomplete', ['grade']],
    ['without M', 'boneSarcoma', { cT: 'T1', cN: 'N0' }, [], 'incomplete', ['M']],
    ['another edition', 'boneSarcoma', { ...ct, tnmEdition: 7 }, [], 'otherEdition', []],
    ['what can\'t be read', 'boneSarcoma', { ...ct, cT: 'large' }, [], 'unreadable', []],
    ['a site of another table', 'boneSarcoma', { ...ct, stagingSite: 'trunkOrLimb' }, [['pathology', { grade: 'high' }]], 'siteOfOtherTable', []],
    ['a tumor without table', 'general', ct, [], 'noTable', []],
  ])('is not computed: %s', (_, tumorType, own, others, because, missing) => expect(score(imagingForm, 'stageGroup', tumorType, own, ...others)).toMatchObject({ value: null, because, missing }));
  it('with metastases the grade need not be known', () => expect(score(imagingForm, 'stageGroup', 'boneSarcoma', { ...ct, cM: 'M1a', stagingSite: 'appendicular' })).toMatchObject({ value: 'IVA' }));
  it('pathology that says nothing of M takes it from the image', () => expect(score(breastPathologyForm, 'stageGroup', 'breast', { pT: 'pT2', pN: 'pN1a' }, ['imaging', { cM: 'M0' }])).toMatchObject({ value: 'IIB', because: 'anatomic' }));
  it('oesophagus asks for the kind of cells, stomach does not; junction III is stomach', () => {
    const own = { cT: 'T3', cN: 'N1', cM: 'M0' };
    expect(score(upperGiImagingForm, 'stageGroup', 'oesophagus', { ...own, site: 'middleOesophagus' })).toMatchObject({ value: null, missing: ['morphology'] });
    expect(score(upperGiImagingForm, 'stageGroup', 'oesophagus', { ...own, site: 'middleOesophagus' }, ['pathology', { morphologyCode: '8070/3' }])).toMatchObject({ value: 'III' });
    expect(score(upperGiImagingForm, 'stageGroup', 'stomach', { ...own, site: 'junctionIII' })).toMatchObject({ value: 'III' });
    expect(score(upperGiPathologyForm, 'stageGroup', 'oesophagus', { pT: 'T3', pN: 'N1', pM: 'M0', site: 'lowerOesophagus' })).toMatchObject({ value: null, because: 'asksForPlaceAndGrade' });
  });
  it('is silent where nobody speaks of TNM', () => expect(score(imagingForm, 'stageGroup', 'boneSarcoma', {}, ['pathology', { cM: 'M0' }])).toBeUndefined());
});

describe('scores of the limb', () => {
  it.each<[string, Values, readonly (readonly [string, Values])[], string | null]>([
    ['low grade, within', { compartment: 'intracompartmental', cM: 'M0' }, [['pathology', { grade: 'G1' }]], 'IA'],
    ['high grade, beyond, nothing seen elsewhere', { compartment: 'extracompartmental', lungs: 'none', otherBones: 'none' }, [['pathology', { grade: 'high' }]], 'IIB'],
    ['a metastasis, whatever the grade', { compartment: 'extracompartmental', lungs: 'present' }, [], 'IIIB'],
    ['a node is a metastasis', { compartment: 'intracompartmental', cN: 'N1', cM: 'M0' }, [], 'IIIA'],
    ['GX says no grade', { compartment: 'intracompartmental', cM: 'M0' }, [['pathology', { grade: 'GX' }]], null],
    ['lungs not looked at', { compartment: 'intracompartmental', lungs: 'notExamined' }, [['pathology', { grade: 'G1' }]], null],
  ])('Enneking: %s', (_, own, others, value) => expect(score(imagingForm, 'enneking', 'boneSarcoma', own, ...others)?.value).toBe(value));

  it('Mirels: the table of 1989, 4 to 12, with its three bands of advice', () => {
    const of = (site: string, pain: string, lesion: string, size: string) => score(surgeryOpinionForm, 'mirels', 'general', { mirelsSite: site, mirelsPain: pain, mirelsLesion: lesion, mirelsSize: size });
    expect(of('upperLimb', 'mild', 'blastic', 'underThird')).toMatchObject({ value: '4', advice: 'watch' });
    expect(of('lowerLimb', 'moderate', 'mixed', 'underThird')).toMatchObject({ value: '7', advice: 'watch' });
    expect(of('lowerLimb', 'moderate', 'mixed', 'oneToTwoThirds')).toMatchObject({ value: '8', advice: 'judge' });
    expect(of('lowerLimb', 'moderate', 'mixed', 'overTwoThirds')).toMatchObject({ value: '9', advice: 'fix' });
    expect(of('peritrochanteric', 'functional', 'lytic', 'overTwoThirds')).toMatchObject({ value: '12', advice: 'fix' });
    expect(score(surgeryOpinionForm, 'mirels', 'general', { mirelsPain: 'mild' })).toMatchObject({ value: null, missing: ['mirelsSite', 'mirelsLesion', 'mirelsSize'] });
  });

  it('MSTS: the sum of six, of the limb that is scored', () => {
    const three = { mstsPain: 5, mstsFunction: 4, mstsAcceptance: 5 };
    expect(score(rehabilitationOpinionForm, 'msts', 'boneSarcoma', { ...three, mstsLimb: 'lower', mstsSupports: 3, mstsWalking: 4, mstsGait: 3 })).toMatchObject({ value: '24' });
    expect(score(rehabilitationOpinionForm, 'msts', 'boneSarcoma', { ...three, mstsLimb: 'upper', mstsSupports: 3, mstsWalking: 4, mstsGait: 3 })).toMatchObject({ value: null, missing: ['mstsHandPosition', 'mstsDexterity', 'mstsLifting'] });
    expect(score(rehabilitationOpinionForm, 'msts', 'boneSarcoma', three)).toMatchObject({ value: null, missing: ['mstsLimb'] });
  });

  it('HUVOS: 49, 50, 90, 91, 99 and 100 %, and never falls', () => {
    expect([0, 49, 49.9, 50, 90, 90.5, 99, 100].map(huvosGradeOf)).toEqual(['I', 'I', 'I', 'II', 'II', 'III', 'III', 'IV']);
    expect(score(pathologyForm, 'huvos', 'boneSarcoma', { necrosis: 95 })).toMatchObject({ value: 'III', advice: 'goodResponse' });
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(['I', 'II', 'III', 'IV'].indexOf(huvosGradeOf(low))).toBeLessThanOrEqual(['I', 'II', 'III', 'IV'].indexOf(huvosGradeOf(high)));
      expect(huvosGradesFor(a)).toContain(huvosGradeOf(a));
    }));
  });

  it('answers whatever is typed: every form, every text', () => {
    fc.assert(fc.property(fc.constantFrom(imagingForm, pathologyForm, surgeryOpinionForm, rehabilitationOpinionForm, upperGiImagingForm), fc.dictionary(fc.constantFrom('cT', 'cN', 'cM', 'pT', 'pN', 'grade', 'necrosis', 'ecog', 'compartment', 'mirelsSite', 'mstsPain', 'stagingSite', 'site'), fc.oneof(fc.string(), fc.double())), fc.constantFrom('boneSarcoma', 'softTissueSarcoma', 'breast', 'stomach', 'x'), (form, own, tumorType) => {
      for (const one of scoresOf(form, { own: given(own), others: [], tumorType })) expect(one.value !== null || one.because !== '').toBe(true);
      expect(() => contradictionIn(given(own))).not.toThrow();
    }));
  });
});

describe('what can\'t be so is refused', () => {
  it.each<[Values, string | null]>([
    [{ nodesExamined: 3, nodesPositive: 4 }, 'SCORE.NODES_OVER_EXAMINED'], [{ nodesExamined: 12, nodesPositive: 2, pN: 'pN0' }, 'SCORE.NODES_CONTRADICT_N'], [{ nodesExamined: 12, nodesPositive: 0, pN: 'pN1' }, 'SCORE.NODES_CONTRADICT_N'],
    [{ nodesExamined: 12, nodesPositive: 2, pN: 'pN1a' }, null], [{ nodesExamined: 12, nodesPositive: 0, pN: 'pN0(i+)' }, null],
    [{ necrosis: 40, huvos: 'III' }, 'SCORE.HUVOS_CONTRADICTS_NECROSIS'], [{ necrosis: 90, huvos: 'III' }, null], [{ necrosis: 90, huvos: 'II' }, null], [{ necrosis: 100, huvos: 'III' }, 'SCORE.HUVOS_CONTRADICTS_NECROSIS'],
    [{ ecog: '0', walkingAbility: 'bedbound' }, 'SCORE.ECOG_CONTRADICTS_WALKING'], [{ ecog: '4', walkingAbility: 'unaided' }, 'SCORE.ECOG_CONTRADICTS_WALKING'], [{ ecog: '3', walkingAbility: 'bedbound' }, null],
    [{ enneking: 'IIB', cM: 'M1a' }, 'SCORE.STAGE_CONTRADICTS_M'], [{ enneking: 'IIIB', cM: 'M1' }, null], [{ enneking: 'IIIA', cM: 'M0' }, null],
    [{ resectable: 'no', expectedMargins: 'R0' }, 'SCORE.RESECTABLE_CONTRADICTS_MARGINS'], [{ resectable: 'yes', expectedMargins: 'R2' }, 'SCORE.RESECTABLE_CONTRADICTS_MARGINS'], [{ resectable: 'borderline', expectedMargins: 'R1' }, null],
    [{ cM: 'M0', lungs: 'present' }, 'SCORE.SPREAD_CONTRADICTS_M'], [{ cM: 'M0', lungs: 'suspected' }, null], [{}, null],
  ])('%j: %s', (values, code) => expect(contradictionIn(given(values))?.code ?? null).toBe(code));
});
