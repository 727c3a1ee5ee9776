import { Inject, Injectable } from '@nestjs/common';
import { hardnessOf, inOrder, timeBoxesOf, type BoardDefinition, type CaseState, type Instant, type MeetingState } from '#domain';
import { treatmentsOf } from '#persistence';
import { cardOf } from '../cases/card-of.js';
import { cardColumns, cardFrom, type CardRow } from '../cases/card-rows.js';
import type { Outlook } from '../forecast/forecast-of.js';
import { Outlooks } from '../forecast/outlooks.js';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { meetingHead } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { disciplinesAskedOf } from '../reviews/asked-opinions.js';
import { agendaProbes, meetingProbes } from './meeting-probes.js';
import type { AgendaItemDto, MeetingViewDto } from './meeting.dto.js';
import { attendanceOf, dayOffOf, membersOf, missingOf, openInTheWay, owedOf, outcomeAt, quorumFor } from './meeting-parts.js';
import { meetingColumns, meetingRowOf, type MeetingRow } from './meeting-rows.js';
import { plannedAttendanceOf } from './planned-attendance.js';
import { slotWorld } from './slot-world.js';

interface AgendaRow extends CardRow { state: CaseState; listed_at: Instant; result: string | null; treatments: number }

/** Marked as covered by a standard, whether or not it was signed off yet. */
const apart = ({ standardOfCare }: CaseState): boolean => standardOfCare != null;

/** The words of each standard, by text id. */
async function standardsIn(rows: Rows, listed: readonly AgendaRow[]): Promise<ReadonlyMap<string, string | null>> {
  const ids = listed.flatMap(({ state }) => state.standardOfCare?.textId ?? []);
  if (ids.length === 0) return new Map();
  const found = await rows.query<{ id: string; body: string | null }>('select id, body from text_row where id = any($1::uuid[]) and erased_at is null', [ids]);
  return new Map(found.map(({ id, body }) => [id, body]));
}
const standardOf = ({ standardOfCare }: CaseState, names: Names, words: ReadonlyMap<string, string | null>): AgendaItemDto['standard'] =>
  (standardOfCare == null ? null : { by: names.person(standardOfCare.by), at: standardOfCare.at, text: words.get(standardOfCare.textId) ?? null, guideline: standardOfCare.guideline ? { ...standardOfCare.guideline } : null });

/** Of who is invited, or was. */
async function phonesOf(rows: Rows, { invited = [], leftOut = [] }: MeetingState): Promise<ReadonlyMap<string, string | null>> {
  const found = await rows.query<{ id: string; phone: string | null }>('select id, phone from person where id = any($1::uuid[])', [[...invited, ...leftOut]]);
  return new Map(found.map(({ id, phone }) => [id, phone]));
}

/** A meeting with its agenda, attendance, and quorum case by case. */
@Injectable()
export class MeetingViewReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, private readonly outlooks: Outlooks, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, meetingId: string): Promise<MeetingViewDto> {
    const found = await this.reader.ofCases(by, 'meeting', 'list', async (rows) => {
      const view = await this.read(rows, by, meetingId);
      return { answer: view, caseIds: view ? [...view.answer.agenda, ...view.answer.waiting.map((card) => ({ case: card }))].map((item) => item.case.id) : [] };
    });
    if (!found) return this.reader.refused(by, 'meeting', []);
    const { answer, state, states } = found;
    const may = await this.mays.of(by, meetingId, meetingProbes(state, by.actor.personId));
    const agenda = [];
    for (const item of answer.agenda) agenda.push({ ...item, may: (state.status === 'open' || (item.standard !== null && ['planned', 'frozen'].includes(state.status))) && item.outcome === null ? await this.mays.of(by, item.case.id, agendaProbes(meetingId, states.get(item.case.id))) : [] });
    return { ...answer, may, agenda };
  }

  private async read(rows: Rows, by: Asker, meetingId: string): Promise<{ answer: MeetingViewDto; state: MeetingState; states: ReadonlyMap<string, CaseState> } | null> {
    const head = await meetingHead(rows, meetingId);
    const [row] = await rows.query<MeetingRow>(`select ${meetingColumns} from meeting_row m where m.id = $1`, [meetingId]);
    if (!head || !row) return null;
    const { state } = head;
    const now = this.clock();
    const directory = await this.directories.at(rows);
    const names = new Names(directory, by.language);
    const board = directory.boards.get(state.boardId)?.definition;
    if (!board) throw new Error(`Board ${state.boardId} has no definition`);
    const outlook = await this.outlooks.at(rows, directory);
    const listed = await rows.query<AgendaRow>(`select ${cardColumns}, s.state, a.listed_at, a.result, ${treatmentsOf(`(s.state ->> 'referralDraftId')::uuid`)} as treatments from agenda_row a join ${cardFrom} on c.id = a.case_id join stream s on s.id = c.id where a.meeting_id = $1 and a.result is distinct from 'delisted' order by a.listed_at, c.id`, [meetingId]);
    const waiting = await rows.query<CardRow>(`select ${cardColumns} from ${cardFrom} where c.board_id = $1 and c.column_stage = 'discussion' and c.meeting_id is null and c.status = 'open' order by c.opened_at, c.id limit 100`, [state.boardId]);
    const agenda = this.agenda(listed, state, board, names, outlook, await standardsIn(rows, listed), await this.boardsOf(rows, listed));
    const { rest, endsAt } = timeBoxesOf(state, agenda.filter((item) => item.standard === null).map((item) => item.case.id));
    const around = { world: await slotWorld(rows, directory, state.startsAt, state.startsAt, state.id), phones: await phonesOf(rows, state) };
    const answer: MeetingViewDto = {
      meeting: meetingRowOf(row, names), chair: names.maybe(state.chairId), scribe: names.maybe(state.scribeId), agenda, current: state.current ?? null, rest, endsAt, voices: [...board.quorum.requiredDisciplines, 'patientsView'], attendance: attendanceOf(state, names),
      members: membersOf(board, state, names, now), planned: plannedAttendanceOf(state, board, listed.map((each) => each.state), names, now, around), dayOff: dayOffOf(state, names), waiting: waiting.map((card) => cardOf(card, names, outlook)), openedAt: state.openedAt, closedAt: state.closedAt, cancelledBecause: state.cancelledBecause, minutes: state.minutesApproved && { by: names.person(state.minutesApproved.by), at: state.minutesApproved.at },
      version: state.version, seq: head.seq, may: [],
    };
    return { answer, state, states: new Map(listed.map((each) => [each.id, each.state])) };
  }

  /** The versions that the cases keep: what is owed has the name that it has there. */
  private async boardsOf(rows: Rows, listed: readonly AgendaRow[]): Promise<ReadonlyMap<string, BoardDefinition>> {
    const boards = new Map<string, BoardDefinition>();
    for (const { state } of listed) boards.set(`${state.boardId}/${state.boardVersion}`, await this.directories.board(rows, state.boardId, state.boardVersion));
    return boards;
  }

  /** In the order that the chair gave; others after them, the hardest first; each with its time by the plan. */
  private agenda(listed: readonly AgendaRow[], meeting: MeetingState, board: BoardDefinition, names: Names, outlook: Outlook, standards: ReadonlyMap<string, string | null>, boards: ReadonlyMap<string, BoardDefinition>): AgendaItemDto[] {
    const judged = listed.map((row) => { const { points, because } = hardnessOf(row.state, row.treatments); return { row, caseId: row.id, hardness: points, because }; });
    const inTurn = inOrder(meeting.order, judged);
    // covered by a standard: not discussed, so after the others and without a time
    const heard = inTurn.filter(({ row }) => !apart(row.state));
    const sorted = [...heard, ...inTurn.filter(({ row }) => apart(row.state))];
    const { boxes } = timeBoxesOf(meeting, heard.map(({ caseId }) => caseId));
    return sorted.map(({ row, hardness, because }, index) => {
      const missing = missingOf(row.state);
      return {
        case: cardOf(row, names, outlook), place: index + 1, listedAt: row.listed_at, manually: row.state.listed?.manually ?? false, complete: missing.length === 0, missing, owed: owedOf(row.state, boards.get(`${row.state.boardId}/${row.state.boardVersion}`) ?? board, names.language), openTaskIds: openInTheWay(row.state),
        deferrals: row.state.deferrals.map(({ cause }) => cause), standard: standardOf(row.state, names, standards), outcome: outcomeAt(row.state, meeting.id), quorum: quorumFor(row.state, meeting, board, names, outlook.now), may: [],
        hardness: { points: hardness, because: [...because] }, minutes: boxes[index]?.minutes ?? 0, startsAt: boxes[index]?.startsAt ?? meeting.startsAt, minutesByHand: meeting.boxes?.[row.id] !== undefined,
        heard: [...(meeting.heard?.[row.id] ?? [])], asked: disciplinesAskedOf(row.state), spentMs: meeting.spent?.[row.id] ?? 0,
      };
    });
  }
}
