import type { ConsentPurpose, DataSetDomain, ItemState } from '#domain';
import { DocumentDto } from '../files/file.dto.js';
import { MayDto } from '../http/may.dto.js';
import { PatientDto } from '../patients/patient.dto.js';
import { BoardRefDto, InstitutionRefDto, PersonRefDto, TextDto } from '../people/refs.dto.js';
import { DraftDto, FormDto } from './form.dto.js';

/** One line of the minimum data set and how it stands. */
export class CompletenessItemDto {
  id!: string;
  domain!: DataSetDomain;
  required!: boolean;
  state!: ItemState;
  /** Document kinds that answer it as well. */
  documentKinds!: string[];
  /** Asked for by the case manager and not answered yet. */
  asked!: boolean;
}

export class ConsentDto {
  purpose!: ConsentPurpose;
  until!: string | null;
  validUntil!: string | null;
  recordedAt!: string;
  withdrawnAt!: string | null;
  byGuardian!: boolean;
  fileId!: string | null;
  /** Holds by the time of the answer. */
  holds!: boolean;
}

/** The referral as its screen shows it. */
export class ReferralViewDto {
  caseId!: string;
  number!: string;
  status!: string;
  patient!: PatientDto | null;
  board!: BoardRefDto;
  tumorType!: string;
  urgency!: 'emergency' | 'urgent' | 'routine';
  origin!: InstitutionRefDto;
  host!: InstitutionRefDto;
  referrer!: PersonRefDto | null;
  question!: TextDto | null;
  form!: FormDto;
  draft!: DraftDto;
  completeness!: CompletenessItemDto[];
  complete!: boolean;
  consents!: ConsentDto[];
  documents!: DocumentDto[];
  /** What was asked when it was returned. */
  returnedFor!: string[];
  returnNote!: TextDto | null;
  may!: MayDto[];
  seq!: number;
}

export class TumorTypeChoiceDto { code!: string; items!: CompletenessItemDto[]; secondPathology!: boolean; form!: FormDto; }
export class BoardChoiceDto { board!: BoardRefDto; host!: InstitutionRefDto; tumorTypes!: TumorTypeChoiceDto[]; partners!: InstitutionRefDto[]; }

export class ReferrerChoiceDto { person!: PersonRefDto; institutionId!: string; }

/** What a new referral can be: boards with their tumor types, where it can come from, who can refer. */
export class ReferralChoicesDto {
  boards!: BoardChoiceDto[];
  /** Institutions in which the reader may type a referral. */
  origins!: InstitutionRefDto[];
  referrers!: ReferrerChoiceDto[];
}
