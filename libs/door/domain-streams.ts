import {
  boardCommands, boardNews, caseCommands, caseNews, evolveBoard, evolveCase, evolveInstitution, evolveMeeting, evolvePerson, institutionCommands, meetingCommands, meetingProcess, personCommands, personNews,
  type BoardEvent, type BoardState, type CaseEvent, type CaseState, type InstitutionEvent, type InstitutionState, type MeetingEvent, type MeetingState, type PersonEvent, type PersonState,
} from '#domain';
import { inTurn } from './projections/change.js';
import { projectCase } from './projections/case.js';
import { projectAgenda, projectDocuments, projectGrants, projectOpinions, projectOutcomes, projectTasks, projectTaskTimes } from './projections/case-parts.js';
import { projectBoard, projectInstitution, projectPerson } from './projections/directory.js';
import { projectMovedDrafts } from './projections/drafts.js';
import { projectGuests, projectMeeting } from './projections/meeting.js';
import { projectMeetingNotifications, projectNotifications } from './projections/notifications.js';
import { projectPatient } from './projections/patient.js';
import { streamType, type StreamTypes } from './streams.js';

/** The kinds of stream of the product: what the domain decides, and which tables the door keeps of it. */
export const domainStreams: StreamTypes = {
  case: streamType<CaseState, CaseEvent>({
    kind: 'case', commands: caseCommands, evolve: evolveCase, process: caseNews,
    // the patient before the case, which refers to it; the case before everything that refers to the case
    project: inTurn<CaseState>(projectPatient, projectCase, projectGrants, projectTasks, projectTaskTimes, projectOpinions, projectDocuments, projectOutcomes, projectAgenda, projectMovedDrafts, projectNotifications),
  }),
  meeting: streamType<MeetingState, MeetingEvent>({ kind: 'meeting', commands: meetingCommands, evolve: evolveMeeting, process: meetingProcess.news, project: inTurn<MeetingState>(projectMeeting, projectGuests, projectMeetingNotifications) }),
  institution: streamType<InstitutionState, InstitutionEvent>({ kind: 'institution', commands: institutionCommands, evolve: evolveInstitution, process: null, project: projectInstitution }),
  person: streamType<PersonState, PersonEvent>({ kind: 'person', commands: personCommands, evolve: evolvePerson, process: personNews, project: projectPerson }),
  board: streamType<BoardState, BoardEvent>({ kind: 'board', commands: boardCommands, evolve: evolveBoard, process: boardNews, project: projectBoard }),
};
