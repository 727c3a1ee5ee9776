import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { surgeryOpinionForm } from '../forms/opinions/surgery.js';
import type { FieldAnswer, FormAnswers, FormDefinition } from '../forms/definition.js';
import { codesOf, differencesBetween } from './compare.js';

const given = (values: Readonly<Record<string, string | number>>): FormAnswers => Object.fromEntries(Object.entries(values).map(([id, value]): [string, FieldAnswer] => [id, { state: 'given', value }]));
const codes = (form: FormDefinition, values: Readonly<Record<string, string | number>>) => codesOf(form, given(values));

describe('opinions compared', () => {
  it.each([
    ['imaging cN0, pathology two positive nodes', codes(imagingForm, { cN: 'cN0' }), codes(pathologyForm, { nodesExamined: 12, nodesPositive: 2 }), [{ what: 'nodeStatus', mine: 'negative', theirs: 'positive' }]],
    ['nodes seen on the image, none found under the microscope', codes(imagingForm, { nodes: 'present' }), codes(pathologyForm, { nodesExamined: 9, nodesPositive: 0 }), [{ what: 'nodeStatus', mine: 'positive', theirs: 'negative' }]],
    ['cN1 and pN1 agree', codes(imagingForm, { cN: 'N1' }), codes(pathologyForm, { pN: 'pN1' }), []],
    ['suspected nodes say nothing certain', codes(imagingForm, { nodes: 'suspected' }), codes(pathologyForm, { pN: 'N1' }), []],
    ['no node examined says nothing', codes(imagingForm, { cN: 'N1' }), codes(pathologyForm, { nodesExamined: 0, nodesPositive: 0 }), []],
    ['the side', codes(surgeryOpinionForm, { laterality: 'right' }), codes(imagingForm, { laterality: 'left' }), [{ what: 'laterality', mine: 'right', theirs: 'left' }]],
    ['not resectable, and removed with free margins', codes(surgeryOpinionForm, { resectable: 'no' }), codes(pathologyForm, { margins: 'R0' }), [{ what: 'resectability', mine: 'no', theirs: 'R0' }]],
    ['the same from the pathologist\'s side', codes(pathologyForm, { margins: 'R1' }), codes(surgeryOpinionForm, { resectable: 'no' }), [{ what: 'resectability', mine: 'R1', theirs: 'no' }]],
    ['two surgeons', codes(surgeryOpinionForm, { resectable: 'yes' }), codes(surgeryOpinionForm, { resectable: 'borderline' }), [{ what: 'resectable', mine: 'yes', theirs: 'borderline' }]],
  ])('%s', (_, mine, theirs, expected) => {
    expect(differencesBetween(mine, theirs)).toEqual(expected);
    expect(differencesBetween(theirs, mine).map(({ what }) => what)).toEqual(expected.map(({ what }) => what));
  });

  it('words never become codes', () => expect(codes(pathologyForm, { tumorType: 'osteosarcoma', site: 'ilium', pN: 'pN0' })).toEqual({ nodeStatus: 'negative' }));
});
