import { Inject, Injectable } from '@nestjs/common';
import type { CaseState } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { isFormAnswers } from '../intake/answers.js';
import { completenessOf } from '../intake/completeness-of.js';
import { draftOf } from '../intake/form-of.js';
import { taskProbes } from '../reading/case-probes.js';
import { caseHead } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays, probe, type Probe } from '../reading/may.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import type { PreparationDto } from './preparation.dto.js';
import { requestsOf, type RequestEvent } from './requests-of.js';
import { formIn, treatmentsIn } from './treatment-of.js';

type Unasked = Omit<PreparationDto, 'may'>;

/** How a case is being made ready, in one answer for the screens that show it. */
@Injectable()
export class PreparationReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, @Inject(CLOCK) private readonly clock: Clock) {}

  async of(by: Asker, caseId: string): Promise<PreparationDto> {
    const { view, state } = await this.reader.ofCase(by, 'preparation', caseId, 'clinical', (rows) => this.read(rows, by, caseId));
    const open = Object.values(state.tasks).filter((task) => task.kind === 'supplyItem' && task.closedAt === null);
    const tasks = open.map((task) => ({ id: task.id, probes: taskProbes(task, task.ownerId, this.clock()) }));
    const answers = await this.mays.of(by, caseId, [askProbe(view), ...tasks.flatMap(({ probes }) => probes)]);
    let at = 1;
    const mayOf = new Map(tasks.map(({ id, probes }) => [id, answers.slice(at, at += probes.length)]));
    return { ...view, may: answers.slice(0, 1), requests: view.requests.map((each) => ({ ...each, task: { ...each.task, may: mayOf.get(each.task.id) ?? [] } })) };
  }

  private async read(rows: Rows, by: Asker, caseId: string): Promise<{ view: Unasked; state: CaseState } | null> {
    const head = await caseHead(rows, caseId);
    if (!head) return null;
    const { state } = head;
    const names = new Names(await this.directories.at(rows), by.language);
    const board = await this.directories.board(rows, state.boardId, state.boardVersion);
    const asked = await rows.query<RequestEvent>(`select data ->> 'taskId' as task, data ->> 'sourceTextId' as source, data ->> 'noteTextId' as note from event where case_id = $1 and type = 'ItemRequested' order by seq`, [caseId]);
    const { answers } = await draftOf(rows, state.referralDraftId, names);
    const texts = await textsOf(rows, caseId, names);
    return { state, view: { ...treatmentsIn(isFormAnswers(answers) ? answers : {}, state), form: formIn(board, state), completeness: completenessOf(state, board), requests: requestsOf(state, asked, names, texts, this.clock()), people: askable(state, names) } };
  }
}

/** Asked with what could be asked for now: a missing item, or papers that nobody has. */
const askProbe = ({ completeness, requests }: Unasked): Probe => {
  const open = new Set(requests.filter(({ task }) => task.closedAt === null).map(({ item }) => item));
  const item = completeness.find(({ id, state }) => state === 'missing' && !open.has(id))?.id ?? null;
  return probe('requestItem', { item, treatment: item === null ? { kind: 'other', country: 'other', from: '0001' } : null, of: 'originCaseManager', personId: null, neededForMeeting: false });
};

/** Clinicians and case managers of the two hospitals that share the case. */
function askable(state: CaseState, names: Names): PreparationDto['people'] {
  const ours = [state.originInstitutionId, state.hostInstitutionId];
  const roles = ['specialist', 'referringClinician', 'caseManager', 'departmentHead', 'chair'];
  return [...names.directory.people.values()].filter((person) => person.active && person.posts.some((post) => ours.includes(post.institutionId) && roles.includes(post.role))).map(({ id }) => names.person(id));
}
