import type { Answers } from '../forms.js';

/** The story case: a young woman from near Astana with a pelvic tumor that grows within weeks. Nobody of that name exists. */
export const question = 'Pelvic tumor of 17 cm, growing within weeks; she cannot walk. Is resection with limb salvage possible, and what should come before it?';

export const patient: Answers = {
  'Question to the board': question,
  Name: { rows: [{ 'Family name': 'Үлгіева', 'Given name': 'Аружан' }, { 'Family name': 'Ulgieva', 'Given name': 'Aruzhan' }, { 'Family name': 'אולגייבה', 'Given name': 'ארוזאן' }] },
  Born: { date: '2004-04-05' },
  Sex: 'female',
  Identifier: '040405651237',
  Allergies: 'asked, none known',
};

/** The minimum data set of a bone sarcoma, as the referring surgeon answers it. */
export const dataSet: Answers = {
  'Presenting complaint': 'Pain in the left hip since spring, then a swelling that grew within weeks.',
  Onset: { date: '2026-05' },
  'Tumor site': 'Left ilium and acetabulum, zones I and II',
  Side: 'left',
  'Earlier treatments': { rows: [
    { Country: 'Germany', Institution: 'Heidelberg', Kind: 'systemic therapy', 'Regimen or operation': 'Two cycles of doxorubicin and cisplatin, stopped', Document: 'here' },
    { Country: 'South Korea', Institution: 'Seoul', Kind: 'second reading', Result: 'High-dose methotrexate advised', Document: 'requested' },
    { Country: 'Russia', Kind: 'consultation', Result: 'Palliative radiotherapy offered, declined', Document: 'here' },
  ] },
  Walking: 'wheelchair',
  'Growth over time': '9 cm in June, 17 cm in November.',
  'Earlier operations': { notApplicable: 'Never operated.' },
  Specimen: 'Core biopsy, left ilium',
  Diagnosis: 'High-grade sarcoma: osteosarcoma or dedifferentiated chondrosarcoma',
  'Date of the report': { date: '2026-10-12' },
  Laboratory: 'Astana, laboratory of pathology',
  'Material available for review': ['slides', 'blocks'],
  'WHO class (2020)': 'Osteosarcoma, to be confirmed',
  Grade: 'high',
  'Biopsy tract': 'Lateral, marked with a tattoo',
  'HUVOS grade': { notApplicable: 'No resection yet.' },
  'Enneking stage': 'IIB',
  Studies: { rows: [{ Date: { date: '2026-11-02' }, Modality: 'MRI', 'Body part': 'pelvis' }, { Date: { date: '2026-10-28' }, Modality: 'CT', 'Body part': 'chest', Medium: 'film' }] },
  'Whole-bone MRI': { date: '2026-11-02' },
  'Chest CT': { date: '2026-10-28' },
  'Whole-body survey': { notKnown: 'Not available before travelling.' },
  'Pelvic zones': ['I', 'II'],
  'ECOG performance status': '3 in bed or chair more than half of the day',
  Comorbidities: 'None known.',
  Medication: 'Tramadol 100 mg twice a day.',
  Allergies: 'asked, none known',
  'Fitness for anaesthesia': 'ASA II',
  Nutrition: 'Lost 6 kg in three months.',
  'Who cares for the patient': 'Her mother, who travels with her',
  'Language and interpreter': 'Kazakh and Russian; an interpreter is needed',
  Funding: 'state',
  'Prosthesis or rehabilitation access': 'Rehabilitation centre in Astana',
  'School or work': 'Student of architecture',
  'What patient and family want and fear': 'She wants to walk again and fears losing the leg.',
  'Informed of the board': 'Yes',
  'View on limb salvage and amputation': 'Limb salvage wished; amputation only if there is no other way.',
};
