import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength, Min, ValidateBy } from 'class-validator';

/** Field rules of request bodies, named once: each refusal names its field. */
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const looksLikeId = (text: string): boolean => idPattern.test(text);

/** An opaque id. */
export const Id = () => applyDecorators(IsString(), Matches(idPattern, { message: 'isId' }));
export const Ids = (most = 200) => applyDecorators(IsArray(), ArrayMaxSize(most), Matches(idPattern, { each: true, message: 'isId' }));
/** Words that a person typed. The longest opinion ever met was 14,000 characters; a megabyte is a mistake. */
export const Words = (most = 20_000) => applyDecorators(IsString(), MaxLength(most));
/** Several such words, each said: an empty one says nothing, and a list that is sent has something in it. */
export const SomeWords = (longest: number, most = 100) => applyDecorators(IsArray(), ArrayMinSize(1), ArrayMaxSize(most), IsString({ each: true }), Matches(/\S/u, { each: true, message: 'isNotEmpty' }), MaxLength(longest, { each: true }));
/** A code of a closed list. */
export const OneOf = (list: readonly string[]) => IsIn([...list]);
export const SomeOf = (list: readonly string[], most = 50) => applyDecorators(IsArray(), ArrayMaxSize(most), IsIn([...list], { each: true }));
/** A code whose list the board's definition holds: its shape only. */
export const Code = () => applyDecorators(IsString(), Matches(/^[A-Za-z0-9._:-]{1,80}$/, { message: 'isCode' }));
export const Codes = (most = 200) => applyDecorators(IsArray(), ArrayMaxSize(most), Matches(/^[A-Za-z0-9._:-]{1,80}$/, { each: true, message: 'isCode' }));
export const Count = (least = 0) => applyDecorators(IsInt(), Min(least));
export const Maybe = () => IsOptional();

const isDate = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};
/** A calendar date, never an instant: the ten characters go through unchanged (P4). */
export const CalendarDate = () => ValidateBy({ name: 'isCalendarDate', validator: { validate: isDate } });

/** A calendar date, or a wall time on one: `2026-12-01`, `2026-12-01T12:00`. Whose clock is meant is the route's to say. */
export const DateOrWallTime = () => ValidateBy({ name: 'isDateOrWallTime', validator: {
  validate: (value: unknown) => typeof value === 'string' && (isDate(value) || (/^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(value) && isDate(value.slice(0, 10)))),
} });

const isPartialDate = (value: unknown): boolean =>
  typeof value === 'string' && (/^\d{4}$/.test(value) || /^\d{4}-(0[1-9]|1[0-2])$/.test(value) || isDate(value));
/** A birth date as people know it (year, month, or day), not after today anywhere on Earth. */
export const BirthDate = () => ValidateBy({ name: 'isBirthDate', validator: {
  validate: (value: unknown) => isPartialDate(value) && String(value) >= '1850' && String(value) <= new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, String(value).length),
} });

/** A UTC instant in ISO 8601 with milliseconds. */
export const InstantField = () => ValidateBy({ name: 'isInstant', validator: {
  validate: (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
} });

/** A date as it was told: a year, a year and month, or a day. */
export const PartialDateField = () => ValidateBy({ name: 'isPartialDate', validator: { validate: isPartialDate } });
