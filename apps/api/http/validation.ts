import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblemDto } from './problem.dto.js';

/** A body or query whose fields are at fault: each by its path. */
export class FieldsError extends Error {
  constructor(readonly errors: readonly FieldProblemDto[]) {
    super('fields');
    this.name = 'FieldsError';
  }
}

/**
 * Unknown fields are refused, not dropped: a misspelt field would otherwise be silently lost. Nothing is converted, so
 * that "3" stays a text and is refused where a number is meant; nested DTOs are only instantiated in order to be checked.
 */
export const validation = (): ValidationPipe => new ValidationPipe({
  whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, transform: false, validationError: { target: false, value: false },
  exceptionFactory: (errors) => new FieldsError(errors.flatMap((error) => fieldsOf(error, ''))),
});

/** `constraint` is the rule's name, stable as a code: `isUuid`, `maxLength`, `whitelistValidation`, ... */
function fieldsOf(error: ValidationError, above: string): FieldProblemDto[] {
  const field = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({ field, code: code === 'whitelistValidation' ? 'unknownField' : code }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, field))];
}
