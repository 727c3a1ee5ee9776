/** A stable code, `AREA.WHAT_IS_SO`. Its sentence and next step stand in the catalogues under `problems.<code>`. */
export type RefusalCode = `${string}.${string}`;
export type Fact = string | number | boolean | null | readonly string[];

/** An expected "no": a value, not an exception. `facts` fill the sentence; `field` names the input at fault. */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly field?: string;
}

export const refuse = (code: RefusalCode, facts: Refusal['facts'] = {}, field?: string): Refusal =>
  field === undefined ? { refused: true, code, facts } : { refused: true, code, facts, field };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
