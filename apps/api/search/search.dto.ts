import { IsInt, Max, Min } from 'class-validator';
import { Maybe, Words } from '../http/fields.js';
import { PatientNameDto } from '../patients/patient.dto.js';

/** Words of a name in any script, a case number, a national number. A body: names never stand in an address. */
export class SearchDto {
  @Words(200) text!: string;
  @Maybe() @IsInt() @Min(1) @Max(50) limit?: number;
}
export class SearchHitDto {
  kind!: 'case' | 'meeting' | 'person';
  id!: string;
  /** Case or meeting number; a person's name. */
  label!: string;
  patient!: PatientNameDto | null;
  detail!: string | null;
}
export class SearchResultDto { hits!: SearchHitDto[]; more!: boolean; }
