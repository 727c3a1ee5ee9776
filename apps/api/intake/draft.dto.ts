import { IsObject } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Count, Id, Maybe } from '../http/fields.js';

/** A save of a form as one types. Refused with DRAFT.NEWER_VERSION where somebody saved since `seenVersion`. */
export class SaveDraftDto {
  @Id() draftId!: string;
  /** The version the typing began from; 0 for the first save. */
  @Count() seenVersion!: number;
  /** All answers by field id: `{state:'given', value}` or `{state:'notKnown'|'notApplicable', reason}`. */
  @IsObject() answers!: Record<string, unknown>;
  /** The person whose form this is: saving from another's session is refused. */
  @Maybe() @Id() openedBy?: string;
}

/** Settles the saved form: the data set's completeness is computed anew. */
export class AnswerDataSetDto extends ChangeDto {
  @Id() draftId!: string;
}
