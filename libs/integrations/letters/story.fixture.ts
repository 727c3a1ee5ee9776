/** The story case as a letter (synthetic), for specs. */
import type { LetterLanguage } from '../wording/words.js';
import type { LetterContent, LetterTreatment, Prose } from './content.js';

const en = (text: string): Prose => ({ text, language: 'en' });

const TREATMENTS: readonly LetterTreatment[] = [
  { country: 'Germany', institution: 'University Hospital', from: '2023-07', to: '2023-09', what: 'Doxorubicin and cisplatin, two cycles, stopped', result: 'progression' },
  { country: 'South Korea', institution: 'National centre', from: '2023-10', to: '2023-11', what: 'Second pathology reading; high-dose methotrexate', result: 'HUVOS I (40%)' },
  { country: 'Russia', institution: 'Cancer centre', from: '2023-12', to: null, what: 'Palliative radiotherapy offered', result: null },
];

export function storyLetter(language: LetterLanguage = 'en', changes: Partial<LetterContent> = {}): LetterContent {
  return {
    language,
    draft: false,
    date: '2024-02-05',
    caseNumber: 'C-2024-0031',
    from: { hospital: 'Shanghai General Hospital', department: 'Orthopaedic Oncology', address: '100 Haining Road, Shanghai' },
    to: { clinician: 'Dr Omarov', hospital: 'National Cancer Centre, Astana' },
    patient: {
      name: { original: 'Ахметова Айгүл Серікқызы', transliteration: 'AKHMETOVA Aigul' },
      born: { kind: 'date', date: '2001-09' },
      sex: 'female',
      identifier: { kind: 'IIN', value: '010914650321' },
      allergies: { state: 'none' },
    },
    question: en('Can the limb be saved, and should chemotherapy go on before surgery?'),
    board: {
      name: 'Shanghai and Astana sarcoma board',
      meetingAt: '2024-02-04T06:00:00.000Z',
      places: [{ name: 'Shanghai', zone: 'Asia/Shanghai' }, { name: 'Astana', zone: 'Asia/Almaty' }],
    },
    participants: [
      { name: 'Dr Li Wei', discipline: 'chair', institution: 'Shanghai General Hospital' },
      { name: 'Dr Chen Hao', discipline: 'surgery', institution: 'Shanghai General Hospital' },
      { name: 'Dr Wang Min', discipline: 'pathology', institution: 'Shanghai General Hospital' },
      { name: 'Dr Zhao Lin', discipline: 'radiology', institution: 'Shanghai General Hospital' },
      { name: 'Dr Sun Yue', discipline: 'medicalOncology', institution: 'Shanghai General Hospital' },
      { name: 'Dr Nurlan Omarov', discipline: 'radiationOncology', institution: 'National Cancer Centre, Astana' },
    ],
    diagnosis: en('Malignant bone tumor of the left ilium and acetabulum (zones I and II), 17 cm, progressing; preliminary.'),
    findings: [
      { discipline: 'pathology', prose: en('High-grade sarcoma: osteosarcoma favoured over dedifferentiated chondrosarcoma. Outside diagnosis confirmed with minor discordance.') },
      { discipline: 'radiology', prose: en('Left pelvic mass 170 × 140 × 120 mm; sciatic nerve displaced, external iliac vessels not encased.\nNo lung metastasis on chest CT of 28-Jan-2024.') },
    ],
    treatments: TREATMENTS,
    outcome: {
      kind: 'recommendation',
      intent: 'curative',
      modalities: ['systemicTherapy', 'surgery'],
      laterality: 'left',
      proposal: en('Neoadjuvant chemotherapy, then resection with limb salvage where margins allow. Transfer to Shanghai after the Spring Festival.'),
      rationale: en('Vessels are free, so that an internal hemipelvectomy with clear margins is possible if the tumor responds.'),
      guideline: { kind: 'guideline', name: 'ESMO-EURACAN bone sarcomas', edition: '2021' },
      conditions: en('Cardiac and hearing baseline before the first cycle.'),
      alternative: en('Second-line chemotherapy in Astana by the protocol that the board sends.'),
      responsible: { name: 'Dr Chen Hao', institution: 'Shanghai General Hospital' },
      due: '2024-02-19',
    },
    dissents: [{ name: 'Dr Nurlan Omarov', discipline: 'radiationOncology', reason: en('Preoperative radiotherapy should be offered first.') }],
    abstentions: [],
    signatures: [
      { name: 'Dr Li Wei', discipline: 'chair', institution: 'Shanghai General Hospital', at: '2024-02-05T01:12:00.000Z' },
      { name: 'Dr Wang Min', discipline: 'pathology', institution: 'Shanghai General Hospital', at: '2024-02-05T02:40:00.000Z' },
      { name: 'Dr Zhao Lin', discipline: 'radiology', institution: 'Shanghai General Hospital', at: '2024-02-05T03:05:00.000Z' },
    ],
    textHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ...changes,
  };
}
