import type { Refusal } from '#domain';

/** A refusal on its way to the problem filter. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
  }
}
