/** Conditions of a statement with their parameters: what a person typed never becomes part of its text. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[];

  constructor(...values: unknown[]) {
    this.values = values;
  }
  /** `?` in the condition stands for the value. */
  and(condition: string, ...given: readonly unknown[]): this {
    let text = condition;
    for (const value of given) text = text.replace('?', this.value(value));
    this.parts.push(text);
    return this;
  }
  /** Only where a value was given. */
  when<T>(given: T | null | undefined, condition: string): this {
    return given === null || given === undefined ? this : this.and(condition, given);
  }
  /** A place for a value, for what isn't a condition. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  get where(): string {
    return this.parts.length === 0 ? 'true' : this.parts.map((part) => `(${part})`).join(' and ');
  }
}
