import type { Fact, Refusal } from '#domain';

/** A refusal on its way to the problem filter. `names` are the people its facts name by id, for the sentence. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal, readonly names: Readonly<Record<string, Fact>> = {}) {
    super(refusal.code);
    this.name = 'RefusalError';
  }
}
