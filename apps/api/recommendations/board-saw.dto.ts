import { OpinionDto } from '../cases/case-view.dto.js';
import { DocumentDto } from '../files/file.dto.js';
import { FormDto } from '../intake/form.dto.js';
import { CompletenessItemDto } from '../intake/referral.dto.js';
import { TreatmentDto, TreatmentsAnswerDto } from '../preparation/preparation.dto.js';
import { PatientDto } from '../patients/patient.dto.js';
import { PersonRefDto, TextDto } from '../people/refs.dto.js';

/** Something that is otherwise now than it was when the board decided. */
export class ChangedSinceDto {
  what!: 'opinionAmended' | 'opinionAdded' | 'documentAdded' | 'documentRemoved' | 'answers' | 'question' | 'patient';
  at!: string | null;
  /** The opinion as it is now. */
  opinion!: OpinionDto | null;
  document!: DocumentDto | null;
  /** Fields of the referral form that are answered otherwise now; of the patient, those that are told otherwise. */
  fields!: string[];
}

/** What lay before the board when it decided, whatever was amended or added since. */
export class BoardSawDto {
  /** When the outcome was recorded. */
  at!: string;
  /** Who the patient was known as then, allergies among it; null where the reader may not see the patient. */
  patient!: PatientDto | null;
  question!: TextDto | null;
  /** The versions that were in force then; `replacedBy` where a newer one has come since. */
  opinions!: OpinionDto[];
  /** The referral form of the board's version of that day. */
  form!: FormDto;
  completeness!: CompletenessItemDto[];
  treatments!: TreatmentDto[];
  treatmentsAnswer!: TreatmentsAnswerDto | null;
  documents!: DocumentDto[];
  /** Who accepted the file although something was missing. */
  incompleteFileAcceptedBy!: PersonRefDto | null;
  changes!: ChangedSinceDto[];
}
