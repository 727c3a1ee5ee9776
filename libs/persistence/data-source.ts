import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AgendaRow, MeetingRow, OutcomeRow } from './entities/meeting.entity.js';
import { CaseGrant, CaseRow } from './entities/case.entity.js';
import { BoardRow, BoardVersionRow, InstitutionRow, PersonRow, PostRow } from './entities/directory.entity.js';
import { DocumentRow, FileRow, TextRow } from './entities/document.entity.js';
import { AccessCaseRow, EventPositionRow, EventRow, StreamRow } from './entities/history.entity.js';
import { NotificationRow } from './entities/notification.entity.js';
import { FormVersionRow, OpinionRow } from './entities/opinion.entity.js';
import { PatientRow, PatientVersionRow } from './entities/patient.entity.js';
import { TaskRow } from './entities/task.entity.js';
import { migrations } from './migrations/list.js';

export const entities = [
  AccessCaseRow, AgendaRow, BoardRow, BoardVersionRow, CaseGrant, CaseRow, DocumentRow, EventPositionRow, EventRow, FileRow, FormVersionRow,
  InstitutionRow, MeetingRow, NotificationRow, OpinionRow, OutcomeRow, PatientRow, PatientVersionRow, PersonRow, PostRow, StreamRow, TaskRow, TextRow,
];

const int8 = 20;
const date = 1082;
const timestamptz = 1184;

/** bigint as a number (counts and positions stay far below 2^53), a date as its text, an instant as ISO text in milliseconds. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    switch (oid) {
      case int8: return Number;
      case date: return (text: string) => text;
      case timestamptz: return (text: string) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
      default: return pg.types.getTypeParser(oid, format);
    }
  },
};

/**
 * Never without a listener: between the pool's and TypeORM's a connection has none for a moment, and what PostgreSQL says as it goes down would
 * end the process. Whoever asks on such a connection is told, and the pool drops it.
 */
class Connection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

export interface PoolSettings {
  /** Connections at most. */
  readonly size?: number;
  /** Milliseconds after which a statement that got no answer is given up, and its connection with it; 0: never (a command line that reads everything). */
  readonly giveUpAfter?: number;
  readonly onPoolError?: (error: Error) => void;
}

/** Milliseconds: PostgreSQL ends a statement of its own accord after this long. */
const statementLimit = 20_000;
/** A machine that is gone, or that stands still, ends nothing and says nothing: only this side can tell whoever waits. */
export const giveUpLater = 5_000;

function options(url: string, name: string, { size = 10, giveUpAfter = statementLimit + giveUpLater, onPoolError }: PoolSettings): DataSourceOptions {
  return {
    type: 'postgres', url, entities, migrations, migrationsTableName: 'migrations', synchronize: false, installExtensions: false,
    poolSize: size, connectTimeoutMS: 5_000, applicationName: `consilium-${name}`, ...(onPoolError ? { poolErrorHandler: onPoolError } : {}),
    // A transaction that somebody forgot must not hold locks, or the sequence of live screens, for ever. Pipelined, since only then the driver
    // drops the connection whose answer it gave up; otherwise the pool would hand it to the next, who waits in vain behind it.
    extra: { Client: Connection, types, statement_timeout: statementLimit, query_timeout: giveUpAfter, idle_in_transaction_session_timeout: 30_000, keepAlive: true, pipeline: true },
  };
}

/** As role `door`: every change. Only `libs/door`, delivery and sign-in use it. */
export const doorDataSource = (url: string, pool: PoolSettings = {}): DataSource => new DataSource(options(url, 'door', pool));
/** As role `reader`: everything that is shown, always through `read`. */
export const readerDataSource = (url: string, pool: PoolSettings = {}): DataSource => new DataSource(options(url, 'reader', pool));
/** As role `owner`: migrations only. A migration may work as long as it needs, and wait for a lock only so long (milliseconds). */
export function ownerDataSource(url: string, lockTimeout: number, list: DataSourceOptions['migrations'] = migrations): DataSource {
  return new DataSource({ ...options(url, 'owner', { size: 2 }), migrations: list, extra: { Client: Connection, types, lock_timeout: lockTimeout } });
}
