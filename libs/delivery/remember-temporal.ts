import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';

/**
 * A namespace's id is made with Temporal's database. Another id than last time means that database is new and empty: every
 * open stream is then told again, so that each gets its workflow, stage and deadlines back from PostgreSQL.
 */
export async function rememberTemporal(door: DataSource, client: Client): Promise<'same' | 'new'> {
  const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace: client.options.namespace });
  const id = namespaceInfo?.id ?? '';
  const [row] = await door.query<{ temporal_namespace_id: string | null }[]>('select temporal_namespace_id from installation');
  if (row?.temporal_namespace_id === id) return 'same';
  await door.transaction(async (manager) => {
    await manager.query(`update delivery d set sent_seq = 0, changed_at = clock_timestamp() - interval '2 seconds' from stream s
      where s.id = d.stream and not s.closed and (s.next_due_at is not null or s.ready <> '[]'::jsonb)`);
    await manager.query('update installation set temporal_namespace_id = $1', [id]);
  });
  return 'new';
}
