import type { Answers } from '../forms.js';

/** What the radiologist sees. */
export const imaging: Answers = {
  Modality: ['MRI', 'CT'], 'Date of the study': { date: '2026-11-02' }, Quality: 'good', Site: 'Left ilium and acetabulum', Side: 'left',
  'Size, craniocaudal': '172', 'Size, transverse': '118', 'Size, anteroposterior': '96',
  Vessels: 'abuts', 'Skip lesions': 'none', Lungs: 'none', 'Other bones': 'none', Nodes: 'none',
};

/** What the pathologist reads from the slides. */
export const pathology: Answers = {
  Specimen: 'Core biopsy, left ilium, two blocks', Procedure: 'slides for review', Side: 'left', Site: 'Left ilium', 'Date of the specimen': { date: '2026-10-05' },
  Malignancy: 'malignant', 'Tumor type': 'Osteosarcoma, conventional, chondroblastic', Grade: 'high', 'Largest size': { notApplicable: 'Core biopsy.' },
  Margins: { notApplicable: 'Core biopsy.' }, 'Lymphovascular invasion': 'absent', 'Material sufficient': 'Yes',
};

/** What the second pathologist reads, without being led by the first. */
export const secondPathology: Answers = { ...pathology, 'Agrees with the first reading': 'agrees' };
