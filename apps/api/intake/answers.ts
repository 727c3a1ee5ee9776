import type { FieldAnswer, FormAnswers } from '#domain';

const most = 400;

/** Whether a value has the shape of a form's answers; whether they fit the form is the domain's question. */
export function isFormAnswers(value: unknown): value is FormAnswers {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = Object.entries(value);
  return members.length <= most && members.every(([field, answer]) => /^[A-Za-z0-9_.-]{1,80}$/.test(field) && isAnswer(answer, 0));
}

function isAnswer(value: unknown, depth: number): value is FieldAnswer {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { state, reason, value: given, ...more }: { state?: unknown; reason?: unknown; value?: unknown } = value;
  if (Object.keys(more).length > 0) return false;
  if (state === 'given') return reason === undefined && isValue(given, depth);
  return (state === 'notKnown' || state === 'notApplicable') && given === undefined && typeof reason === 'string';
}

/** A text, a number, yes or no, codes, or rows of answers one deep. */
function isValue(value: unknown, depth: number): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (!Array.isArray(value) || value.length > most) return false;
  return value.every((one: unknown) => typeof one === 'string')
    || (depth === 0 && value.every((row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every((answer) => isAnswer(answer, depth + 1))));
}
