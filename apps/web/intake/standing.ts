import type { CompletenessItemDto, DocumentDto } from '../generated/types.gen.js';
import type { Answer, Answers } from '../kit/form/definition.js';

const isEmpty = (value: unknown): boolean => (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);

function stateOf(answer: Answer | undefined): CompletenessItemDto['state'] {
  if (answer === undefined) return 'missing';
  if (answer.state === 'given') return isEmpty(answer.value) ? 'missing' : 'given';
  return answer.reason.trim() === '' ? 'missing' : answer.state;
}

/** How each item stands by what is typed now and the documents that are there; the domain counts again when the form is settled. */
export function standingNow(items: readonly CompletenessItemDto[], answers: Answers, documents: readonly DocumentDto[]): CompletenessItemDto[] {
  const kinds = new Set<string>(documents.filter((document) => document.removedAt === null).map((document) => document.kind));
  return items.map((item) => {
    const typed = stateOf(answers[item.id]);
    return { ...item, state: typed === 'missing' && item.documentKinds.some((kind) => kinds.has(kind)) ? 'given' : typed };
  });
}

/** Required items without an answer. */
export const missingOf = (items: readonly CompletenessItemDto[]): CompletenessItemDto[] => items.filter((item) => item.required && item.state === 'missing');
