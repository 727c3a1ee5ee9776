import { derivedId, type DoorPort, type DoorResult } from '#door';
import { newsOfStream } from '#delivery';
import type { DoorActivities, DoorAnswer, News } from '#messages';
import type { ProcessActor } from '#domain';
import type { DataSource } from 'typeorm';
import { asAnswer } from './as-answer.js';
import type { AgendaMoves } from './agenda-moves.js';
import type { BoardSeries } from './board-series.js';
import type { LetterMoves } from './letters/letter-moves.js';
import { PersonTasks } from './person-tasks.js';

const workflowOf: Readonly<Record<string, ProcessActor['name']>> = { case: 'case-workflow', meeting: 'meeting-workflow' };

/** What workflows may ask: every change is a command through the door under an id that a workflow made anew would derive again. */
export class DoorMoves implements DoorActivities {
  private readonly people: PersonTasks;

  constructor(
    private readonly door: DoorPort, private readonly source: DataSource,
    private readonly agenda: AgendaMoves, private readonly series: BoardSeries, private readonly letters: LetterMoves,
  ) { this.people = new PersonTasks(door, source); }

  async issueMove(stream: string, move: string, round: number): Promise<DoorAnswer> {
    const kind = await this.kindOf(stream);
    const result = kind === 'meeting'
      ? await this.agenda.run(stream, move, round)
      : await this.put(kind, stream, move, derivedId('move', stream, move, round), { round });
    return this.answer(stream, result);
  }

  async runDue(stream: string, dueAt: string, epoch: number, seq: number): Promise<DoorAnswer> {
    const kind = await this.kindOf(stream);
    // The position belongs in the id: with the due time alone a second deadline at the same instant would stay due for ever.
    const id = derivedId('runDue', stream, dueAt, epoch, seq);
    return this.answer(stream, await this.due(kind, stream, id, dueAt));
  }

  private due(kind: string, stream: string, id: string, dueAt: string): Promise<DoorResult> {
    switch (kind) {
      case 'board': return this.series.keep(stream, id);
      case 'person': return this.people.keep(stream, id);
      default: return this.put(kind, stream, 'runDue', id, { dueAt });
    }
  }

  async newsOf(stream: string): Promise<News | null> {
    return (await newsOfStream(this.source, stream))?.news ?? null;
  }

  async makeLetters(stream: string, round: number): Promise<DoorAnswer> {
    return this.answer(stream, await this.letters.make(stream, round));
  }

  private put(kind: string, streamId: string, type: string, commandId: string, data: object): Promise<DoorResult> {
    return this.door.put({ type, commandId, streamId, data }, { kind: 'process', name: workflowOf[kind] ?? 'keep-time-workflow' });
  }

  private async answer(stream: string, result: DoorResult): Promise<DoorAnswer> {
    return asAnswer(result, await this.newsOf(stream));
  }

  private async kindOf(stream: string): Promise<string> {
    const found = await newsOfStream(this.source, stream);
    if (!found) throw new Error('No such stream');
    return found.kind;
  }
}
