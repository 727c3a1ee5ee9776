import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditQueryDto } from '../generated/types.gen.js';

export const auditKinds = ['all', 'changes', 'reads', 'refusals', 'signIns'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What is asked. Days are the reader's; the case stays out of the address. */
export interface AuditFilters { kind: AuditKind; personId: string | null; action: string | null; from: string | null; to: string | null; caseNumber: string; caseId: string | null }

const kept = ['personId', 'action', 'from', 'to'] as const;

/** The filters: who, what and when live in the address, so that a question can be handed on; which case is asked by body alone. */
export function useAuditFilters() {
  const [search, setSearch] = useSearchParams();
  const [caseNumber, setCaseNumber] = useState('');
  const [caseId, setCaseId] = useState<string | null>(null);
  const filters = useMemo<AuditFilters>(() => ({
    kind: auditKinds.find((kind) => kind === search.get('kind')) ?? 'all', personId: search.get('personId'), action: search.get('action'), from: search.get('from'), to: search.get('to'), caseNumber, caseId,
  }), [search, caseNumber, caseId]);
  const set = useCallback((change: Partial<AuditFilters>) => {
    if (change.caseNumber !== undefined) { setCaseNumber(change.caseNumber); setCaseId(null); }
    if (change.caseId !== undefined) setCaseId(change.caseId);
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (change.kind !== undefined) { if (change.kind === 'all') next.delete('kind'); else next.set('kind', change.kind); }
      for (const name of kept) { const value = change[name]; if (value !== undefined) { if (value === null || value === '') next.delete(name); else next.set(name, value); } }
      return next;
    }, { replace: true });
  }, [setSearch]);
  const clear = useCallback(() => { setCaseNumber(''); setCaseId(null); setSearch({}, { replace: true }); }, [setSearch]);
  const count = [filters.kind !== 'all', filters.personId, filters.action, filters.from, filters.to, filters.caseNumber, filters.caseId].filter(Boolean).length;
  return { filters, set, clear, count };
}

/** The instant at which a day begins where somebody is: found by asking what the clock there shows. */
export function startOfDay(date: string, zone: string): string {
  const guess = Date.parse(`${date}T00:00:00.000Z`);
  const offsetAt = (at: number) => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(at).map(({ type, value }) => [type, value]));
    return Date.parse(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}.000Z`) - at;
  };
  // Twice, because the offset of the guess may be that of the other side of a clock change.
  const first = guess - offsetAt(guess);
  return new Date(guess - offsetAt(first)).toISOString();
}

const dayAfter = (date: string): string => new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The question as the api wants it: whole days of the reader's zone, both ends included. */
export function queryOf(filters: AuditFilters, zone: string): AuditQueryDto {
  const { kind, personId, action, from, to, caseNumber, caseId } = filters;
  return {
    ...(kind === 'all' ? {} : { kind }), ...(personId ? { personId } : {}), ...(action ? { action } : {}), ...(from ? { from: startOfDay(from, zone) } : {}), ...(to ? { to: startOfDay(dayAfter(to), zone) } : {}),
    ...(caseId ? { caseId } : caseNumber.trim() === '' ? {} : { caseNumber: caseNumber.trim().toUpperCase() }),
  };
}
