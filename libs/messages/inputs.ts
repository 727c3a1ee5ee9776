import type { News } from './news.js';

export interface CaseWorkflowInput { readonly stream: string; readonly news: News }
export interface MeetingWorkflowInput { readonly stream: string; readonly news: News }
export interface KeepTimeWorkflowInput { readonly stream: string; readonly news: News }
