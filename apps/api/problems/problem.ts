import type { Fact } from '#domain';
import type { FieldProblemDto, ProblemDto } from '../http/problem.dto.js';
import { sentencesOf, type Reader } from './sentence.js';
import { statusOf } from './status.js';

export interface Trouble {
  readonly code: string;
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly field?: string | undefined;
  readonly errors?: readonly FieldProblemDto[];
  readonly status?: number;
  readonly instance?: string | undefined;
}

/** An RFC 9457 problem in the reader's language. */
export function problemOf({ code, facts = {}, field, errors, status = statusOf(code), instance }: Trouble, reader: Reader): ProblemDto {
  const { title, detail, nextStep } = sentencesOf(code, status, facts, reader);
  return {
    type: `urn:consilium:problem:${code}`, title, status, code, detail, nextStep, facts: { ...facts },
    ...(field === undefined ? {} : { field }), ...(errors ? { errors: [...errors] } : {}), ...(instance === undefined ? {} : { instance }),
  };
}
