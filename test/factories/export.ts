import { writeExportLine } from '#proof';
import type { DataSource } from 'typeorm';

/** Every chain as an export, read as the door reads it. */
export async function exportOf(door: DataSource): Promise<string[]> {
  const events = await door.query<{ stream: string; seq: number; canonical: string; hash: string }[]>('select stream, seq, canonical, hash from event order by stream, seq');
  const heads = await door.query<{ id: string; seq: number; hash: string }[]>('select id, seq, hash from stream order by id');
  return [
    ...events.map(({ stream, seq, canonical, hash }) => writeExportLine({ kind: 'event', stream, seq, text: canonical, hash })),
    ...heads.map(({ id, seq, hash }) => writeExportLine({ kind: 'head', stream: id, seq, hash })),
    writeExportLine({ kind: 'end', streams: heads.length, events: events.length }),
  ];
}
