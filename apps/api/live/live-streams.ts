import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Sessions } from '#access';
import { readAsProcess } from '#persistence';
import { DOOR_SOURCE, LIVE_CHECK_MS, LOGGER, SESSIONS } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { rowsOf, Reader } from '../reading/reader.js';
import type { ChangedDto } from './live.dto.js';

interface Follower { readonly by: Asker; readonly response: Response; at: number; visible: Map<string, boolean>; checkedAt: number }
interface Position { position: number; stream: string; case_id: string | null; seq: number }

const pollEveryMs = 400;
/** What a person may see is asked again so often, and so is their session. */
export const checkLiveEveryMs = 20_000;
const aliveEveryMs = 15_000;
const batch = 500;
/** Who is further behind than this loads the screen anew instead of hearing every change. */
const furthestBehind = 5_000;

/** Server-sent events over the sequencer's positions: one poller a process, only while somebody listens; rights are asked again every 20 s. */
@Injectable()
export class LiveStreams implements OnApplicationShutdown {
  private readonly followers = new Set<Follower>();
  private timer: NodeJS.Timeout | null = null;
  private last = 0;

  constructor(private readonly reader: Reader, @Inject(DOOR_SOURCE) private readonly door: DataSource, @Inject(SESSIONS) private readonly sessions: Sessions, @Inject(LOGGER) private readonly log: Logger, @Inject(LIVE_CHECK_MS) private readonly checkEveryMs: number) {}

  async follow(by: Asker, after: string | null, response: Response): Promise<void> {
    const newest = await this.newest();
    const wanted = /^\d{1,15}$/.test(after ?? '') ? Number(after) : newest;
    const at = wanted > newest || newest - wanted > furthestBehind ? newest : wanted;
    response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write(`retry: 2000\nid: ${at}\nevent: ready\ndata: {"position":${at},"reload":${String(at !== wanted)}}\n\n`);
    const follower: Follower = { by, response, at, visible: new Map(), checkedAt: Date.now() };
    this.followers.add(follower);
    const alive = setInterval(() => response.write('event: alive\ndata: {}\n\n'), aliveEveryMs);
    response.on('close', () => { clearInterval(alive); this.followers.delete(follower); });
    this.wake(newest);
  }

  /** Ends every stream so that the process can stop; browsers come back by themselves. */
  onApplicationShutdown(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const { response } of this.followers) response.end();
    this.followers.clear();
  }

  private wake(newest: number): void {
    if (this.timer) return;
    this.last = newest;
    this.timer = setTimeout(() => void this.turn(), 0);
  }

  private async turn(): Promise<void> {
    try {
      await this.checkSessions();
      const from = Math.min(this.last, ...[...this.followers].map(({ at }) => at));
      const found = await this.since(from);
      this.last = found.at(-1)?.position ?? this.last;
      for (const follower of this.followers) await this.tell(follower, found.filter(({ position }) => position > follower.at));
    } catch (error) {
      // the database is away for a moment: the next turn finds what was missed by its position
      this.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'live stream waits');
    }
    this.timer = this.followers.size === 0 ? null : setTimeout(() => void this.turn(), pollEveryMs);
  }

  private since(position: number): Promise<Position[]> {
    return readAsProcess(this.door, (manager) => rowsOf(manager).query<Position>('select position, stream, case_id, seq from event_position where position > $1 order by position limit $2', [position, batch]));
  }
  private async newest(): Promise<number> {
    const [row] = await readAsProcess(this.door, (manager) => rowsOf(manager).query<{ position: number }>('select coalesce(max(position), 0) as position from event_position'));
    return row?.position ?? 0;
  }

  private async tell(follower: Follower, changes: readonly Position[]): Promise<void> {
    const asked = [...new Set(changes.flatMap(({ case_id }) => (case_id !== null && !follower.visible.has(case_id) ? [case_id] : [])))];
    if (asked.length > 0) await this.look(follower, asked);
    for (const { position, stream, case_id, seq } of changes) {
      follower.at = position;
      if (case_id !== null && follower.visible.get(case_id) !== true) continue;
      const data: ChangedDto = { position, stream, caseId: case_id, seq };
      follower.response.write(`id: ${position}\nevent: changed\ndata: ${JSON.stringify(data)}\n\n`);
    }
  }

  /** By the same row-level security as every screen. What one may not see is kept as well, until the next check. */
  private async look(follower: Follower, caseIds: readonly string[]): Promise<void> {
    const seen = await this.reader.plain(follower.by, (rows) => rows.query<{ id: string }>('select id from case_row where id = any ($1::uuid[])', [caseIds]));
    for (const id of caseIds) follower.visible.set(id, seen.some((row) => row.id === id));
  }

  private async checkSessions(): Promise<void> {
    for (const follower of this.followers) {
      if (Date.now() - follower.checkedAt < this.checkEveryMs) continue;
      follower.checkedAt = Date.now();
      follower.visible = new Map();
      const found = await this.sessions.at(follower.by.sessionId);
      if (found && 'session' in found) continue;
      follower.response.write('event: ended\ndata: {}\n\n');
      follower.response.end();
      this.followers.delete(follower);
    }
  }
}
