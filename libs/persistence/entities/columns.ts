import type { ColumnOptions } from 'typeorm';

/** TypeORM hands a Date for timestamptz whatever the connection's own parsers say; ours is an instant as text, in milliseconds. */
const instant = {
  from: (value: Date | string | null): string | null => (value === null ? null : new Date(value).toISOString()),
  to: (value: string | null): string | null => value,
};

/** A UTC instant: `2026-11-25T02:48:00.000Z`. */
export const instantColumn = (name: string, nullable = false): ColumnOptions => ({ name, type: 'timestamptz', nullable, transformer: instant });
/** A nullable column; the type is named, because the compiler's metadata knows a union only as Object. */
export const maybe = (type: 'text' | 'uuid' | 'int' | 'jsonb' | 'boolean', name: string): ColumnOptions => ({ name, type, nullable: true });
export const column = (type: 'text' | 'uuid' | 'int' | 'bigint' | 'jsonb' | 'boolean', name: string): ColumnOptions => ({ name, type });
