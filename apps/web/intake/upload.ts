import { request } from '../api/http.js';
import type { DocumentDto, FileDto } from '../generated/types.gen.js';

/** Sends a file of a case; its content is checked on the way. The same id again is the same file. */
export function uploadFile(caseId: string, file: File, id: string): Promise<FileDto> {
  const body = new FormData();
  body.append('file', file, file.name);
  return request<FileDto>(`/api/cases/${caseId}/files`, { method: 'POST', body, headers: { 'idempotency-key': id } });
}

/** Makes a stored file a document of the case. */
export function addDocument(caseId: string, document: { fileId: string; kind: DocumentDto['kind']; language: string }, id: string): Promise<unknown> {
  return request(`/api/cases/${caseId}/documents`, { method: 'POST', body: document, headers: { 'idempotency-key': id } });
}

const kindWords: readonly (readonly [RegExp, DocumentDto['kind']])[] = [
  [/соглас|consent|הסכמ|同意|келісім/i, 'consent'], [/гист|патол|patho|biops|histo|פתולוג|病理/i, 'pathologyReport'], [/\.dcm$|dicom/i, 'imagingStudy'],
  [/\bкт\b|\bмрт\b|mri|\bct\b|рентген|radiolog|imaging|pet|דימות|影像/i, 'imagingReport'], [/выпис|discharge|שחרור|出院|entlass/i, 'dischargeSummary'], [/направ|referral|הפני|转诊|жолдама/i, 'referralLetter'],
];

/** A first guess of what a file is, from its name; the person who sends it decides. */
export const kindGuess = (name: string): DocumentDto['kind'] => kindWords.find(([words]) => words.test(name))?.[1] ?? 'other';

/** A first guess of a document's language by the letters of its name. */
export function languageGuess(name: string): string {
  if (/[әғқңөұүһі]/i.test(name)) return 'kk';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru';
  if (/\p{Script=Hebrew}/u.test(name)) return 'he';
  if (/\p{Script=Hangul}/u.test(name)) return 'ko';
  return /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
}

export const documentLanguages = ['en', 'zh', 'ru', 'kk', 'ky', 'he', 'de', 'ko', 'tr', 'uz', 'ar'] as const;
export const documentKinds: readonly DocumentDto['kind'][] = ['referralLetter', 'pathologyReport', 'imagingReport', 'imagingStudy', 'dischargeSummary', 'laboratory', 'consent', 'photograph', 'translation', 'identityDocument', 'medicalCertificate', 'other'];
