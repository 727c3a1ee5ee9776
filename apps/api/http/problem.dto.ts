/** One field at fault. */
export class FieldProblemDto {
  /** Path of the field in the body, e.g. `patient.born` or `answers.size`. */
  field!: string;
  code!: string;
  detail?: string;
  /** Character position, where one character is at fault. */
  position?: number;
}

/** RFC 9457 problem, in the reader's language. */
export class ProblemDto {
  /** `urn:consilium:problem:<code>` */
  type!: string;
  title!: string;
  status!: number;
  /** Stable code such as `MEETING.QUORUM_NOT_MET`. */
  code!: string;
  detail?: string;
  /** What to do now. */
  nextStep?: string;
  /** What fills the sentences: ids, codes, instants, names of people who acted. */
  facts?: Record<string, unknown>;
  /** The field at fault, where it is one. */
  field?: string;
  errors?: FieldProblemDto[];
  /** Id of this request in the log. */
  instance?: string;
}
