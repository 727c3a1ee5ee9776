import type { TransferDto, TransferStepDto } from '../generated/types.gen.js';
import type { Status } from '../kit/status.js';

/** One step of the way as it is shown. */
export interface Step {
  /** Code of lists.transferStatus. */
  code: TransferDto['status'];
  status: Status;
  /** What happened, where it has. */
  event: TransferStepDto | null;
  /** The one that comes next. */
  current: boolean;
}

const request = ['sent', 'delivered', 'opened'] as const;
const journey = ['departed', 'arrived', 'takenOver'] as const;
const order: readonly string[] = [...request, 'accepted', ...journey];

/** What happened since the request was last sent: an earlier refusal stays in the history. */
export function currentAttempt(history: readonly TransferStepDto[]): readonly TransferStepDto[] {
  const sent = history.map(({ status }) => status).lastIndexOf('sent');
  return sent < 0 ? [] : history.slice(sent);
}

/**
 * The request as four steps (sent, delivered, opened, accepted or refused) and the journey as three. A step that was jumped over
 * because a later one happened is done with it: who opened a request has it.
 */
export function stepsOf(transfer: Pick<TransferDto, 'status' | 'history'>): { request: Step[]; journey: Step[] } {
  const attempt = currentAttempt(transfer.history);
  const over = transfer.status === 'ended';
  const furthest = Math.max(-1, ...attempt.map(({ status }) => order.indexOf(status === 'refused' ? 'opened' : status)));
  const refused = attempt.find(({ status }) => status === 'refused') ?? null;
  const step = (code: Step['code']): Step => {
    const at = order.indexOf(code);
    const event = attempt.find(({ status }) => status === code) ?? attempt.find(({ status }) => order.indexOf(status) > at && order.indexOf(status) <= furthest) ?? null;
    const done = at <= furthest;
    const current = !over && refused === null && at === furthest + 1;
    return { code, status: done ? 'done' : current ? 'onTime' : 'waiting', event: done ? event : null, current };
  };
  const answer: Step = refused === null ? step('accepted') : { code: 'refused', status: 'overdue', event: refused, current: false };
  return { request: [...request.map(step), answer], journey: journey.map(step) };
}
