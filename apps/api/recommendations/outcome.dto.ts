import type { Discipline, ExplainedPlace, Intent, LetterLanguage, Modality, OutcomeKind, PatientDecisionReason, SecondOpinionAnswer } from '#domain';
import { MayDto } from '../http/may.dto.js';
import { InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';

export class ParticipantDto {
  person!: PersonRefDto;
  discipline!: Discipline;
  institution!: InstitutionRefDto;
}
export class SignatureDto {
  person!: PersonRefDto;
  discipline!: Discipline | 'chair';
  at!: string;
  textHash!: string;
}
/** A signature that is still owed. */
export class OwedSignatureDto {
  taskId!: string;
  /** A discipline, or `chair`. */
  discipline!: string;
  owner!: PersonRefDto | null;
}
export class GuidelineDto { code!: string; edition!: string; }
export class LetterDto {
  language!: LetterLanguage;
  /** In plain words, for the patient. */
  plain!: boolean;
  fileId!: string;
  sha256!: string;
  /** false: a draft mark stands across it. */
  signed!: boolean;
  href!: string;
}
/** A letter that a reader asked for and that is being made. */
export class AskedLetterDto {
  language!: LetterLanguage;
  plain!: boolean;
}
export class WeighedOptionDto { option!: TextDto | null; favours!: TextDto | null; against!: TextDto | null; }
/** A result that the board decided without. */
export class PendingResultDto { what!: TextDto | null; owner!: PersonRefDto; dueDate!: string; wouldChange!: TextDto | null; }
/** Signatures that no longer count, with who had given them and when. */
export class VoidedSignaturesDto {
  at!: string;
  because!: string;
  signatures!: SignatureDto[];
}
/** A letter that was called back: `href` is the copy that says so on each page, null until it is made; the signed bytes stay for whoever has to prove them. */
export class RecalledLetterDto {
  language!: LetterLanguage;
  plain!: boolean;
  /** Of the original. */
  sha256!: string;
  href!: string | null;
  originalHref!: string;
  /** When the letter in its place was sent, as the copy says. */
  replacedAt!: string | null;
}
/** Letters that were called back: their bytes stay readable, and are known as recalled. */
export class RecalledLettersDto {
  at!: string;
  by!: PersonRefDto;
  reason!: string;
  note!: TextDto | null;
  letters!: RecalledLetterDto[];
}
/** An opinion was amended after the decision: the chair is asked whether it holds. */
export class ConfirmTaskDto {
  taskId!: string;
  version!: number;
  /** Kind of the opinion: pathology, imaging, ... */
  opinion!: string;
}
/** The referring clinician left before the letter was made: who could get it. */
export class AddresseeTaskDto {
  taskId!: string;
  version!: number;
  candidates!: PersonRefDto[];
}
/** What the patient said, and who had explained it, where, on which day. */
export class PatientSaidDto {
  because!: PatientDecisionReason | null;
  where!: ExplainedPlace | null;
  explainedBy!: PersonRefDto | null;
  on!: string | null;
  reason!: TextDto | null;
  recordedBy!: PersonRefDto;
}
export class SecondOpinionTaskDto { taskId!: string; version!: number; owner!: PersonRefDto | null; dueAt!: string | null; }
/** What was sent to the other board, and to whom. */
export class SecondOpinionSentDto { at!: string; by!: PersonRefDto; recipient!: TextDto | null; what!: TextDto | null; }
export class SecondOpinionReceivedDto { at!: string; by!: PersonRefDto; answer!: SecondOpinionAnswer; note!: TextDto | null; }
export class SecondOpinionDto {
  at!: string;
  by!: PersonRefDto;
  reason!: string;
  where!: 'sameBoard' | 'otherBoard';
  note!: TextDto | null;
  /** Of another board: who brings it in, until the answer is there. */
  task!: SecondOpinionTaskDto | null;
  sent!: SecondOpinionSentDto | null;
  received!: SecondOpinionReceivedDto | null;
}
export class DissentDto { person!: PersonRefDto; reason!: TextDto | null; }

/** An outcome's words; a field that nobody filled is not there. */
export class OutcomeTextsDto {
  proposal?: TextDto;
  rationale?: TextDto;
  offGuidelineReason?: TextDto;
  conditions?: TextDto;
  alternative?: TextDto;
  note?: TextDto;
}

/** What a meeting decided on the case. */
export class OutcomeDto {
  id!: string;
  round!: number;
  meetingId!: string;
  kind!: OutcomeKind;
  at!: string;
  chair!: PersonRefDto;
  participants!: ParticipantDto[];
  intent!: Intent | null;
  modalities!: Modality[];
  laterality!: string | null;
  /** null with `offGuideline` false: not a recommendation. */
  guideline!: GuidelineDto | null;
  offGuideline!: boolean;
  responsible!: PersonRefDto | null;
  dueDate!: string | null;
  advisesTransferTo!: InstitutionRefDto | null;
  options!: WeighedOptionDto[];
  feasibleAtOrigin!: 'yes' | 'no' | 'notKnown' | null;
  pendingResults!: PendingResultDto[];
  dissents!: DissentDto[];
  abstentions!: DissentDto[];
  texts!: OutcomeTextsDto;
  /** SHA-256 of the canonical outcome with its texts: send it back when signing. */
  textHash!: string;
  signatures!: SignatureDto[];
  owedSignatures!: OwedSignatureDto[];
  voided!: VoidedSignaturesDto[];
  confirmTask!: ConfirmTaskDto | null;
  signaturesComplete!: boolean;
  letters!: LetterDto[];
  lettersAsked!: AskedLetterDto[];
  recalled!: RecalledLettersDto[];
  addresseeTask!: AddresseeTaskDto | null;
  letterSentAt!: string | null;
  acknowledgedAt!: string | null;
  acknowledgedBy!: PersonRefDto | null;
  patientDecision!: 'accepted' | 'declined' | 'undecided' | null;
  patientSaid!: PatientSaidDto | null;
  secondOpinions!: SecondOpinionDto[];
  supersededBy!: string | null;
  may!: MayDto[];
}
