export type { News, DueNews, MoveNews } from './news.js';
export type { CaseWorkflowInput, MeetingWorkflowInput, KeepTimeWorkflowInput } from './inputs.js';
export type { DoorActivities, DoorAnswer } from './activities.js';
export { newsSignal, workflowIdOf, newerNews, isNewer } from './news.js';
