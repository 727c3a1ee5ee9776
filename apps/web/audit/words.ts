import { has } from '#locales';
import type { AuditEntryDto } from '../generated/types.gen.js';
import { useTaskWords } from '../cases/task-words.js';
import { useT } from '../i18n/useT.js';
import type { Status } from '../kit/status.js';

/** Codes of the audit in words; a code that the catalogue lacks is shown as it stands. */
export function useAuditWords() {
  const t = useT();
  const taskWords = useTaskWords();
  const word = (prefix: string, code: string) => (has('en', `audit.${prefix}.${code}`) ? t(`audit.${prefix}.${code}`) : code);
  return {
    word,
    /** An action as it is chosen in the filter: a type of event, or what was read. */
    action: (code: string) => (has('en', `audit.event.${code}`) ? word('event', code) : word('read', code)),
    what: (entry: Pick<AuditEntryDto, 'kind' | 'type' | 'what'>) => (entry.what !== null && (entry.kind === 'read' || entry.kind === 'refusal') ? word('read', entry.what) : word('event', entry.type)),
    /** The task that changed, by what it asks. */
    task: ({ task }: Pick<AuditEntryDto, 'task'>) => (task === null ? null : taskWords(task)),
    who: (entry: Pick<AuditEntryDto, 'actor' | 'process'>) => entry.actor?.name ?? word('processOf', entry.process ?? 'process'),
  };
}

/** The shape beside the kind: a refusal is what the eye should meet first. */
export const shapeOf: Readonly<Record<AuditEntryDto['kind'], Status>> = { change: 'onTime', read: 'waiting', refusal: 'overdue', signIn: 'done' };

/** A date that is only compared and shown as it stands. */
export const plainValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? '');

/** An object's members as paths and values, so that two can be laid side by side. */
export function flat(value: unknown, path = ''): [path: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[path, plainValue(value)]];
  const members = Object.entries(value);
  if (members.length === 0) return path === '' ? [] : [[path, Array.isArray(value) ? '[]' : '{}']];
  return members.flatMap(([name, each]) => flat(each, path === '' ? name : `${path}.${name}`));
}
