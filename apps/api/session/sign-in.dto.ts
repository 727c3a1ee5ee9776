import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInQueryDto {
  /** A path of this product to come back to. */
  @IsOptional() @IsString() @MaxLength(500) return?: string;
  /** `1`: the identity provider asks for credentials even if a session is there. */
  @IsOptional() @IsIn(['1', 'true']) fresh?: string;
}
export class LogoutTokenDto {
  @IsString() @MaxLength(10_000) logout_token!: string;
}
