import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { BoardsDto, DryRunDto, DryRunResultDto, HospitalCalendarDto, PolicyDto, ReadCalendarDto, ReplanningsDto, SimulateDto, SimulationDto } from '../generated/types.gen.js';

/** A calendar as the api takes it whole. */
export interface CalendarJson { zone: string; week: Record<string, { from: string; to: string }[]>; days: Record<string, DayJson>; reviewedYears: { year: number; status: string; source: string; note?: string }[] }
export interface DayJson { kind: string; reason: string; source: string; status: string; paysFor?: string; until?: string; minutes?: number }

/** Query names that a draft, a published calendar or other times make old. */
export const calendarQueries = ['hospital-calendar', 'calendar', 'institutions', 'replanning', 'policy', 'boards'] as const;

export const useHospitalCalendar = (institutionId: string) => useQuery({ queryKey: ['hospital-calendar', institutionId], queryFn: ({ signal }) => request<HospitalCalendarDto>(`/api/institutions/${institutionId}/calendar`, { signal }) });
/** Asked again while something is under way, so that "17 of 20" is true. */
export const useReplannings = () => useQuery({ queryKey: ['replanning'], queryFn: ({ signal }) => request<ReplanningsDto>('/api/replanning', { signal }), refetchInterval: ({ state }) => (state.data?.items.some(({ doneAt }) => doneAt === null) ? 2_000 : false) });
export const usePolicy = (boardId: string | undefined) => useQuery({ queryKey: ['policy', boardId], enabled: boardId !== undefined, queryFn: ({ signal }) => request<PolicyDto>(`/api/boards/${boardId}/policy`, { signal }) });
export const useBoardsToTime = () => useQuery({ queryKey: ['boards'], queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });

export const calendarJson = (calendarId: string) => request<CalendarJson>(`/api/calendars/${calendarId}/file`);
export const readFile = (institutionId: string, format: 'json' | 'ics', text: string) => request<ReadCalendarDto>(`/api/institutions/${institutionId}/calendar/read-file`, { method: 'POST', body: { format, text } });
export const dryRun = (change: DryRunDto) => request<DryRunResultDto>('/api/replanning/dry-run', { method: 'POST', body: change });
export const simulate = (asked: SimulateDto) => request<SimulationDto>('/api/policies/simulate', { method: 'POST', body: asked });
