import { Inject, Injectable } from '@nestjs/common';
import { columnOf, dateAt, waitingClocksOf, waitingZone, type CaseState, type Task } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import { documentsOf } from '../files/documents-of.js';
import { Outlooks } from '../forecast/outlooks.js';
import { followUpsOf, followUpVisitsOf } from '../follow-up/follow-ups-of.js';
import type { Asker } from '../http/request.js';
import { completenessOf, consentsOf } from '../intake/completeness-of.js';
import { patientOf } from '../patients/patient-of.js';
import { caseProbes, outcomeProbes, taskProbes } from '../reading/case-probes.js';
import { caseHead } from '../reading/case-state.js';
import { ownWordsOf } from '../people/board.reading.js';
import { Directories } from '../reading/directory.js';
import { Mays, type Probe } from '../reading/may.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { taskOf } from '../reading/task-of.js';
import { textsOf } from '../reading/texts.js';
import { outcomeOf } from '../recommendations/outcome-of.js';
import { opinionScores } from '../reviews/evidence.js';
import { askedOpinions } from '../reviews/asked-opinions.js';
import { OtherTransfersReading } from '../transfers/other-transfers.reading.js';
import { transferEvents } from '../transfers/transfer.reading.js';
import { transferOf } from '../transfers/transfer-of.js';
import { cardColumns, cardFrom, type CardRow } from './card-rows.js';
import { cardOf } from './card-of.js';
import { endOf, inOrder, nextStepOf, opinionsOf, stagesOf } from './case-parts.js';
import { waitingOf } from '../waiting/waiting-of.js';
import type { CaseViewDto } from './case-view.dto.js';

type Unasked = Omit<CaseViewDto, 'may' | 'otherTransfers'>;

/** The case screen in one answer: read under the reader's rights first, then asked what is possible. */
@Injectable()
export class CaseViewReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, private readonly otherTransfers: OtherTransfersReading, private readonly outlooks: Outlooks, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string): Promise<CaseViewDto> {
    const { view, state } = await this.reader.ofCase(by, 'case', caseId, 'clinical', (rows) => this.read(rows, by, caseId));
    const open = Object.values(state.tasks).filter(({ closedAt }) => closedAt === null);
    const [own, outcome] = [caseProbes(state, this.clock()), outcomeProbes(state)];
    const tasks = open.map((task) => ({ id: task.id, probes: taskProbes(task, colleagueOf(task), this.clock()) }));
    const all: Probe[] = [...own, ...outcome, ...tasks.flatMap(({ probes }) => probes)];
    const answers = await this.mays.of(by, caseId, all);
    let at = own.length + outcome.length;
    const mayOfTask = new Map(tasks.map(({ id, probes }) => [id, answers.slice(at, at += probes.length)]));
    const withMay = <T extends { id: string }>(task: T): T => ({ ...task, may: mayOfTask.get(task.id) ?? [] });
    return {
      ...view, otherTransfers: await this.otherTransfers.of(by, state), may: answers.slice(0, own.length), tasks: view.tasks.map(withMay), next: view.next && { ...view.next, task: view.next.task && withMay(view.next.task) },
      outcomes: view.outcomes.map((each) => (each.id === state.currentOutcomeId ? { ...each, may: answers.slice(own.length, own.length + outcome.length) } : each)),
    };
  }

  private async read(rows: Rows, by: Asker, caseId: string): Promise<{ view: Unasked; state: CaseState } | null> {
    const head = await caseHead(rows, caseId);
    const [row] = await rows.query<CardRow>(`select ${cardColumns} from ${cardFrom} where c.id = $1`, [caseId]);
    if (!head || !row) return null;
    const { state } = head;
    const now = this.clock();
    const names = new Names(await this.directories.at(rows), by.language);
    const board = await this.directories.board(rows, state.boardId, state.boardVersion);
    const texts = await textsOf(rows, caseId, names);
    const card = cardOf(row, names, await this.outlooks.at(rows, names.directory));
    const tasks = inOrder(Object.values(state.tasks)).map((task) => taskOf(task, caseId, names, now));
    const completeness = completenessOf(state, board);
    const answered = await rows.query<{ day: number; note: string | null }>(`select (data ->> 'day')::int as day, data ->> 'noteTextId' as note from event where case_id = $1 and type = 'FollowUpAnswered' order by seq`, [caseId]);
    const visited = state.followUpVisits === undefined ? [] : await rows.query<{ month: number; note: string | null }>(`select (data ->> 'month')::int as month, data ->> 'noteTextId' as note from event where case_id = $1 and type = 'FollowUpVisitRecorded' order by seq`, [caseId]);
    const view: Unasked = {
      id: caseId, number: state.number, status: state.status, round: state.round, seq: head.seq, patient: await patientOf(rows, state.patientId), board: { id: board.id, name: inLanguage(board.name, by.language) },
      boardVersion: state.boardVersion, ownWords: ownWordsOf(board), tumorType: state.tumorType, laterality: state.laterality, urgency: state.urgency, origin: names.institution(state.originInstitutionId), host: names.institution(state.hostInstitutionId),
      referrer: names.maybe(state.referrerId), openedBy: names.maybe(state.openedBy), originCaseManager: names.maybe(state.originCaseManagerId), hostCaseManager: names.maybe(state.hostCaseManagerId),
      openedAt: state.openedAt, submittedAt: state.submittedAt, question: texts.newest('question'), column: columnOf(state), stages: stagesOf(state, now), next: nextStepOf(state, tasks, head.ready), blocker: card.blocker, tasks,
      completeness, complete: completeness.every((item) => !item.required || item.state !== 'missing'), consents: consentsOf(state, now), documents: await documentsOf(rows, state, names), opinions: opinionsOf(state, names), scores: await opinionScores(rows, state, board), asked: askedOpinions(state, names, texts),
      outcomes: Object.values(state.outcomes).sort((a, b) => (a.at < b.at ? 1 : -1)).map((outcome) => outcomeOf(state, outcome, names, texts)), currentOutcomeId: state.currentOutcomeId,
      deferrals: state.deferrals.map(({ cause, meetingId, at }) => ({ cause, meetingId, at })), meeting: card.meeting, waiting: waitingOf(waitingClocksOf(state, board), dateAt(now, waitingZone(board))), transfer: transferOf(state, await transferEvents(rows, caseId), names, texts, now),
      followUps: followUpsOf(state, texts, new Map(answered.map(({ day, note }) => [day, note])), by), followUpVisits: followUpVisitsOf(state, board, now, texts, new Map(visited.map(({ month, note }) => [month, note]))), hold: state.hold && { reason: state.hold.reason, since: state.hold.since, resumeBy: state.hold.resumeBy, by: names.person(state.hold.by) },
      end: endOf(state, names), override: state.override && { code: state.override.code as NonNullable<CaseViewDto['override']>['code'], at: state.override.at, by: names.maybe(state.override.by) },
      incompleteFileAcceptedBy: names.maybe(state.incompleteFileAcceptedBy), conflicts: state.conflicts.map((id) => names.person(id)), readyMoves: head.ready.map(({ name, round }) => ({ name, round })),
    };
    return { view, state };
  }
}

/** Whether a task may be assigned is asked with its present owner; the screen then offers the task's candidates. */
const colleagueOf = (task: Task): string | null => task.ownerId;
