import type { CaseState, MeetingState } from '#domain';
import type { Rows } from './reader.js';

/** The case as the door stored it; null where there is none or it is not open to the reader. Its row is asked too: a stream alone is also shown to auditors. */
export async function caseState(rows: Rows, caseId: string): Promise<CaseState | null> {
  const [row] = await rows.query<{ state: CaseState }>('select s.state from stream s join case_row c on c.id = s.id where s.id = $1', [caseId]);
  return row?.state ?? null;
}

export async function caseHead(rows: Rows, caseId: string): Promise<{ readonly state: CaseState; readonly seq: number; readonly ready: readonly { name: string; round: number }[] } | null> {
  const [row] = await rows.query<{ state: CaseState; seq: number; ready: { name: string; round: number }[] }>('select s.state, s.seq, s.ready from stream s join case_row c on c.id = s.id where s.id = $1', [caseId]);
  return row ?? null;
}

export async function meetingHead(rows: Rows, meetingId: string): Promise<{ readonly state: MeetingState; readonly seq: number } | null> {
  const [row] = await rows.query<{ state: MeetingState; seq: number }>('select s.state, s.seq from stream s join meeting_row m on m.id = s.id where s.id = $1', [meetingId]);
  return row ?? null;
}
