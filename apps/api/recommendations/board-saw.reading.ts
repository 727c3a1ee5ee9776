import { Injectable } from '@nestjs/common';
import { asTheBoardSaw, boardVersionAt, changedFields, changedSince, opinionsInForce, type BoardSaw, type CaseEvent, type CaseState, type ChangedSince, type Instant, type LoggedEvent, type Outcome } from '#domain';
import { opinionOf } from '../cases/case-parts.js';
import { documentsOf } from '../files/documents-of.js';
import type { Asker } from '../http/request.js';
import { isFormAnswers } from '../intake/answers.js';
import { completenessOf } from '../intake/completeness-of.js';
import { patientAt, patientOf, saidOtherwise } from '../patients/patient-of.js';
import { formIn, treatmentsIn } from '../preparation/treatment-of.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { textsOf, type Texts } from '../reading/texts.js';
import type { BoardSawDto, ChangedSinceDto } from './board-saw.dto.js';

interface EventRow { type: string; version: number; at: Instant; actor: string; data: object }

/** An outcome with what lay before the board: the case's own log, folded up to the decision. */
@Injectable()
export class BoardSawReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  view(by: Asker, caseId: string, outcomeId: string): Promise<BoardSawDto> {
    return this.reader.ofCase(by, 'boardSaw', caseId, 'clinical', async (rows) => {
      const now = await caseState(rows, caseId);
      const outcome = now?.outcomes[outcomeId];
      if (!now || !outcome) return null;
      const log = await logOf(rows, caseId);
      const saw = asTheBoardSaw(log, caseId, outcomeId);
      return saw && this.read(rows, by, now, outcome, saw, log);
    });
  }

  private async read(rows: Rows, by: Asker, now: CaseState, outcome: Outcome, { state, referralVersion }: BoardSaw, log: readonly LoggedEvent[]): Promise<BoardSawDto> {
    const names = new Names(await this.directories.at(rows), by.language);
    const texts = await textsOf(rows, now.id, names);
    const board = await this.directories.board(rows, state.boardId, boardVersionAt(state, outcome.at));
    const [then, since] = [await answersAt(rows, state, referralVersion, outcome.at), await answersAt(rows, now, lastAnswered(log), null)];
    const question = texts.newest('question', outcome.at);
    const [seen, all] = [await documentsOf(rows, state, names), await documentsOf(rows, now, names)];
    const fields = changedFields(then, since);
    const [patient, patientNow] = [await patientAt(rows, now.patientId, outcome.at), await patientOf(rows, now.patientId)];
    const told = patient && patientNow ? saidOtherwise(patient, patientNow) : [];
    return {
      at: outcome.at, patient, question, opinions: [...opinionsInForce(state)].sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1)).map((opinion) => opinionOf(now, opinion, names)),
      form: formIn(board, state), completeness: completenessOf(state, board), ...treatmentsIn(then, state), documents: seen.filter(({ removedAt }) => removedAt === null),
      incompleteFileAcceptedBy: names.maybe(state.incompleteFileAcceptedBy),
      changes: [
        ...changedSince(state, now).map((one) => changeOf(one, now, names, all)),
        ...(fields.length === 0 ? [] : [change('answers', null, { fields: [...fields] })]),
        ...asked(texts, question),
        ...(told.length === 0 ? [] : [change('patient', null, { fields: told })]),
      ],
    };
  }
}

const change = (what: ChangedSinceDto['what'], at: Instant | null, more: Partial<ChangedSinceDto> = {}): ChangedSinceDto => ({ what, at, opinion: null, document: null, fields: [], ...more });

function changeOf(one: ChangedSince, now: CaseState, names: Names, documents: BoardSawDto['documents']): ChangedSinceDto {
  if ('opinion' in one) return change(one.what, one.opinion.signedAt, { opinion: opinionOf(now, one.opinion, names) });
  return change(one.what, one.what === 'documentAdded' ? one.document.addedAt : one.document.removedAt, { document: documents.find(({ id }) => id === one.document.id) ?? null });
}

function asked(texts: Texts, then: BoardSawDto['question']): ChangedSinceDto[] {
  const now = texts.newest('question');
  return now === null || now.id === then?.id ? [] : [change('question', now.at)];
}

async function logOf(rows: Rows, caseId: string): Promise<LoggedEvent[]> {
  const found = await rows.query<EventRow>('select type, version, at, actor, data from event where stream = $1 order by seq', [caseId]);
  return found.map(({ type, version, at, actor, data }) => ({ event: { type, version, data } as CaseEvent, at, actorId: actor.replace(/^process:/, '') }));
}

const lastAnswered = (log: readonly LoggedEvent[]): number | null => log.reduce<number | null>((last, { event }) => (event.type === 'DataSetAnswered' ? event.data.draftVersion : last), null);

/** The referral form in a version; where none was taken as the file's answers, the newest that was saved by then. */
async function answersAt(rows: Rows, state: CaseState, version: number | null, by: Instant | null) {
  const [row] = await rows.query<{ answers: unknown }>(`select answers from form_version where draft_id = $1 and (version = $2 or ($2::int is null and ($3::timestamptz is null or at <= $3))) order by version desc limit 1`, [state.referralDraftId, version, by]);
  return isFormAnswers(row?.answers) ? row.answers : {};
}
