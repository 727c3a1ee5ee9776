import type { News } from './news.js';

/** What the door answered the process: the newest news always comes along, also with a stored or a refused answer. */
export type DoorAnswer =
  | { readonly done: true; readonly news: News }
  | { readonly done: false; readonly code: string; readonly inMs: number | null; readonly news: News | null };

/** What workflows may ask of the world. Each puts a command through the door under a derived id, or asks for news. */
export interface DoorActivities {
  /** Command id from stream, move and round: a workflow made anew repeats nothing. */
  issueMove(stream: string, move: string, round: number): Promise<DoorAnswer>;
  /** Command id from stream, due time, epoch and seq: two deadlines can share an instant. */
  runDue(stream: string, dueAt: string, epoch: number, seq: number): Promise<DoorAnswer>;
  newsOf(stream: string): Promise<News | null>;
  /** Renders, stores and attaches the letters of the current outcome; repeats harmlessly. */
  makeLetters(stream: string, round: number): Promise<DoorAnswer>;
}
