import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { BirthDate, Id, Maybe, OneOf, SomeWords, Words } from '../http/fields.js';

/** A name as people have it: any part may be missing; several scripts side by side. */
export class HumanNameDto {
  /** ISO 15924: Latn, Cyrl, Hans, Hebr, ... */
  @Matches(/^[A-Z][a-z]{3}$/) script!: string;
  @IsOptional() @Words(200) family!: string | null;
  @IsOptional() @Words(200) given!: string | null;
  @IsOptional() @Words(200) patronymic!: string | null;
  /** Why no name is known (`unconscious`, `withheld`, ...). */
  @IsOptional() @Words(80) notKnownBecause!: string | null;
}

/** Absence is told apart: none known, nobody asked, withheld. */
export class AllergiesDto {
  @OneOf(['none', 'notAsked', 'withheld', 'some']) state!: 'none' | 'notAsked' | 'withheld' | 'some';
  /** Which: there where some are known, and only there. */
  @ValidateIf(({ state, list }: AllergiesDto) => state === 'some' || list !== undefined) @SomeWords(500) list?: string[];
}

/** Who the patient is: what a banner shows. */
export class PatientDto {
  id!: string;
  institutionId!: string;
  names!: HumanNameDto[];
  /** `2008-04-05`, `2008-04` or `2008`; null is "not known". */
  born!: string | null;
  sex!: 'female' | 'male' | 'other' | 'unknown';
  identifier!: string | null;
  identifierKind!: string | null;
  allergies!: AllergiesDto | null;
  guardian!: string | null;
  version!: number;
}

/** Who the patient is, on cards and rows. */
export class PatientNameDto {
  id!: string;
  names!: HumanNameDto[];
  born!: string | null;
  sex!: 'female' | 'male' | 'other' | 'unknown';
}

/** The patient as typed. */
export class PatientInputDto {
  /** Where the patient is known already. */
  @Maybe() @Id() id?: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(6) @ValidateNested({ each: true }) @Type(() => HumanNameDto) names!: HumanNameDto[];
  @IsOptional() @BirthDate() born!: string | null;
  @OneOf(['female', 'male', 'other', 'unknown']) sex!: 'female' | 'male' | 'other' | 'unknown';
  @IsOptional() @Words(80) identifier!: string | null;
  /** `iin`, `passport`, `teudatZehut`, `residentId`, ... */
  @IsOptional() @Words(40) identifierKind!: string | null;
  @ValidateNested() @Type(() => AllergiesDto) allergies!: AllergiesDto;
  /** Ways to reach patient or family: phone, wechat, whatsapp, ... */
  @Maybe() @IsObject() contact?: Record<string, string>;
  @IsOptional() @Words(300) guardian!: string | null;
}
