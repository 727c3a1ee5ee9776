import type { FormDefinition, FormField, Instant } from '#domain';
import type { Names } from '../reading/names.js';
import type { Rows } from '../reading/reader.js';
import type { DraftDto, FormDto, FormFieldDto, FormRowFieldDto } from './form.dto.js';

export const formOfDefinition = ({ id, version, sections }: FormDefinition): FormDto => ({
  id, version, sections: sections.map((section) => ({ id: section.id, ...(section.label && { label: { ...section.label } }), fields: section.fields.map(fieldOf) })),
});

/** Every member of a field that the page may ask by: what is left out here, the page would judge otherwise than the domain does. */
function fieldOf({ rows, ...field }: FormField): FormFieldDto {
  return { ...rowFieldOf(field), ...(rows && { rows: rows.map(rowFieldOf) }) };
}
function rowFieldOf({ rows: _, options, showWhen, label, optionLabels, ...field }: FormField): FormRowFieldDto {
  return {
    ...field, ...(label && { label: { ...label } }), ...(optionLabels && { optionLabels: Object.fromEntries(Object.entries(optionLabels).map(([code, words]) => [code, { ...words }])) }),
    ...(options && { options: [...options] }), ...(showWhen && { showWhen: { field: showWhen.field, is: [...showWhen.is] } }),
  };
}

interface Row { version: number; answers: Record<string, unknown>; author: string; at: Instant; hash: string }

/** The newest version of a draft that the reader may see; version 0 where nobody saved one. */
export async function draftOf(rows: Rows, draftId: string, names: Names): Promise<DraftDto> {
  const [row] = await rows.query<Row>('select version, answers, author, at, hash from form_version where draft_id = $1 order by version desc limit 1', [draftId]);
  if (!row) return { draftId, version: 0, answers: {}, authorId: null, authorName: null, savedAt: null, hash: null };
  return { draftId, version: row.version, answers: row.answers, authorId: row.author, authorName: names.person(row.author).name, savedAt: row.at, hash: row.hash };
}

export async function answersOf(rows: Rows, draftId: string, version: number): Promise<Record<string, unknown>> {
  const [row] = await rows.query<{ answers: Record<string, unknown> }>('select answers from form_version where draft_id = $1 and version = $2', [draftId, version]);
  return row?.answers ?? {};
}
