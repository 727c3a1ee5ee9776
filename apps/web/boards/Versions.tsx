import type { BoardDefinitionDto, BoardVersionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusChip } from '../kit/StatusChip.js';

/** Versions of a board, newest first, each with the open cases that run on it. */
export function Versions({ board }: { board: BoardDefinitionDto }) {
  const t = useT();
  const columns: Column<BoardVersionDto>[] = [
    { id: 'version', titleKey: 'admin.version', cell: (row) => <bdi>{row.version}</bdi>, sortBy: (row) => row.version },
    { id: 'state', titleKey: 'admin.board.state', cell: (row) => <StatusChip status={row.inForce ? 'done' : row.openCases > 0 ? 'onTime' : 'waiting'} wordKey={row.inForce ? 'admin.board.inForce' : row.openCases > 0 ? 'admin.board.inFlight' : 'admin.board.past'} /> },
    { id: 'published', titleKey: 'admin.board.publishedAt', cell: (row) => <IsoTime at={row.publishedAt} />, sortBy: (row) => row.publishedAt },
    { id: 'open', titleKey: 'admin.board.openCases', cell: (row) => <bdi>{row.openCases}</bdi>, sortBy: (row) => row.openCases, align: 'end' },
    { id: 'file', titleKey: 'admin.board.file', cell: (row) => <a href={`/api/boards/${board.id}/versions/${row.version}`} download aria-label={`${t('admin.board.download')}: ${t('admin.version')} ${row.version}`}><T k="admin.board.download" /></a> },
  ];
  return <Card title={t('admin.board.versions')} count={board.versions.length} flush><DataTable columns={columns} rows={board.versions} rowKey={(row) => String(row.version)} label={t('admin.board.versions')} /></Card>;
}
