import { IsEmail, IsObject, Matches } from 'class-validator';
import { ChangeDto } from '../http/change.dto.js';
import { Code, Maybe, Words } from '../http/fields.js';

/** What an empty installation asks of its first admin. */
export class SetupViewDto {
  needed!: boolean;
  /** True once the first admin has signed in at the identity provider and may go on here. */
  signedIn!: boolean;
  /** Name and mail as the identity provider knows them. */
  suggestedName!: string | null;
  suggestedEmail!: string | null;
  calendars!: string[];
}
/** The first hospital and its first admin: whoever just signed in. */
export class SetUpDto extends ChangeDto {
  @Code() institutionCode!: string;
  @IsObject() institutionName!: Record<string, string>;
  @Matches(/^[A-Za-z_]+\/[A-Za-z_/+-]+$|^UTC$/) zone!: string;
  @Matches(/^[A-Z]{2}$/) country!: string;
  @Code() calendarId!: string;
  @Words(200) name!: string;
  @Maybe() @Words(200) nameOriginal?: string;
  @IsEmail() email!: string;
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) language!: string;
}
export class SetUpDoneDto {
  institutionId!: string;
  personId!: string;
  /** Where to sign in now. */
  signIn!: string;
}
