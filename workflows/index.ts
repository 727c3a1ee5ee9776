export { caseWorkflow } from './case.workflow.js';
export { meetingWorkflow } from './meeting.workflow.js';
export { keepTimeWorkflow } from './keep-time.workflow.js';
