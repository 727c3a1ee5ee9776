import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { faultsOfBoard, type BoardDefinition } from '#domain';
import schema from './board-definition.schema.json' with { type: 'json' };
import { wordless } from './wordless.js';

/** What is wrong in a definition: where (`/quorum/minimumSpecialties`), a code, and what fills its sentence. Words: `problems.boardFault.<code>`. */
export interface BoardFault { readonly at: string; readonly code: string; readonly facts: Readonly<Record<string, string | number>> }
export type ReadBoard = { readonly ok: true; readonly definition: BoardDefinition } | { readonly ok: false; readonly faults: readonly BoardFault[] };

/** Every member of a definition stands in the schema: one that is added to the type and forgotten here doesn't compile. */
export const boardSchema: typeof schema & { readonly properties: Readonly<Record<keyof BoardDefinition, object>> } = schema;

const mostFaults = 100;
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile<BoardDefinition>(boardSchema);

/** Reads a definition that came from outside: its shape by the schema, then what would leave a case stuck, then parts that nobody could read for want of words. */
export function readBoardDefinition(given: unknown): ReadBoard {
  if (!validate(given)) return { ok: false, faults: ofShape(validate.errors ?? []) };
  const faults = [...faultsOfBoard(given).map(ofMeaning), ...wordless(given)].slice(0, mostFaults);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definition: given };
}

/** The same for a file's text. */
export function readBoardFile(text: string): ReadBoard {
  try {
    return readBoardDefinition(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, faults: [{ at: '', code: 'notJson', facts: {} }] };
  }
}

/** `sign: two rungs of one name`, as the domain says it, with its place as a path. */
export function ofMeaning(fault: string): BoardFault {
  const [path = '', what = ''] = fault.split(': ');
  return { at: `/${path.replaceAll('.', '/')}`, code: codeOf(what), facts: {} };
}
const codeOf = (words: string): string => words.replace(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Branches of the schema say nothing by themselves; what is wrong inside them is said too. */
const ofShape = (errors: readonly ErrorObject[]): readonly BoardFault[] => {
  const found = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames').map(faultOf);
  const key = ({ at, code }: BoardFault): string => `${at} ${code}`;
  return found.filter((fault, place) => found.findIndex((other) => key(other) === key(fault)) === place).slice(0, mostFaults);
};

const faultOf = ({ instancePath, keyword, params, propertyName }: ErrorObject): BoardFault => {
  const named = (name: string): string => String((params as Readonly<Record<string, unknown>>)[name]);
  const at = (member?: string): string => (member === undefined ? instancePath || '/' : `${instancePath}/${member}`);
  switch (keyword) {
    case 'required': return { at: at(named('missingProperty')), code: 'missing', facts: {} };
    case 'additionalProperties': return { at: at(named('additionalProperty')), code: 'unknown', facts: {} };
    case 'type': return { at: at(), code: 'type', facts: { type: named('type') } };
    case 'enum': case 'const': return { at: at(), code: 'notInList', facts: { allowed: allowedIn(params) } };
    case 'minimum': case 'exclusiveMinimum': return { at: at(), code: keyword === 'minimum' ? 'tooSmall' : 'notAbove', facts: { limit: Number(named('limit')) } };
    case 'maximum': return { at: at(), code: 'tooLarge', facts: { limit: Number(named('limit')) } };
    case 'minItems': case 'minLength': case 'minProperties': return { at: at(), code: 'empty', facts: {} };
    case 'maxItems': case 'maxLength': return { at: at(), code: 'tooMany', facts: { limit: Number(named('limit')) } };
    case 'uniqueItems': return { at: at(), code: 'twice', facts: { first: Number(named('j')) + 1, second: Number(named('i')) + 1 } };
    case 'pattern': return { at: at(propertyName), code: 'pattern', facts: { pattern: named('pattern') } };
    default: return { at: at(), code: 'other', facts: { rule: keyword } };
  }
};

const allowedIn = (params: object): string => {
  const values: unknown = Reflect.get(params, 'allowedValues') ?? [Reflect.get(params, 'allowedValue')];
  return Array.isArray(values) ? values.map(String).join(', ') : '';
};
