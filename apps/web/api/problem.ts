/** An RFC 9457 problem as our api writes it: `title` says what is so, `detail` why, `nextStep` what to do. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  nextStep?: string | NextStep;
  /** The field at fault, where it is one. */
  field?: string;
  /** Id of the request in the log. */
  instance?: string;
  /** Which fields of a form are meant: path of the field, and the sentence. */
  errors?: readonly FieldProblem[];
  facts?: Readonly<Record<string, unknown>>;
}

export interface NextStep { text: string; href?: string }

export interface FieldProblem { field: string; code: string; detail?: string; position?: number }

/** Thrown by `request`; react-query hands it to screens as `error`. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title ?? problem.code);
    this.name = 'ProblemError';
  }
}

/** Any thrown thing as a problem: what isn't ours was a line that broke. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { status: 0, code: 'unreachable' };
}

/** Whether sending the same again may help without anyone changing anything. */
export function mayPass(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status === 502 || problem.status === 503 || problem.status === 504;
}

/** Whether the api asks for a sign-in of the last ten minutes. */
export function needsFreshSignIn(problem: Problem): boolean {
  return /FRESH/.test(problem.code) && (problem.status === 401 || problem.status === 403);
}
