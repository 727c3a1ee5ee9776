import { readAsProcess } from '#persistence';
import type { CaseState } from '#domain';
import type { Place } from '#integrations';
import type { DataSource } from 'typeorm';

/** What a marked copy is made of: the case, the host's clock, and the keys of the letters' files. */
export interface MarkSource { readonly state: CaseState; readonly place: Place; readonly files: Readonly<Record<string, string>> }

/** Reads it as the process does, in one snapshot. Throws where there is no such case. */
export function readMarkSource(door: DataSource, caseId: string): Promise<MarkSource> {
  return readAsProcess(door, async (manager) => {
    const [head] = await manager.query<{ state: CaseState; name: Record<string, string>; zone: string }[]>("select s.state, i.name, i.zone from stream s join institution i on i.id = (s.state ->> 'hostInstitutionId')::uuid where s.id = $1", [caseId]);
    if (!head) throw new Error('A letter needs its case');
    const files = await manager.query<{ id: string; wrapped_key: string }[]>("select id, wrapped_key from file_row where case_id = $1 and source = 'letter'", [caseId]);
    return { state: head.state, place: { name: head.name['en'] ?? '', zone: head.zone }, files: Object.fromEntries(files.map((file) => [file.id, file.wrapped_key])) };
  });
}
