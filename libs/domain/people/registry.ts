import { keepSeries, publishBoard } from './board-commands.js';
import { draftCalendar, publishCalendar } from '../calendars/calendar-commands.js';
import { setUpInstitution } from './institution-commands.js';
import { changeNotificationSettings, muteNotifications } from './change-notification-settings.js';
import { addPerson, changePosts, disablePerson, enablePerson, keepAbsence, nameSubstitute, planLeave } from './person-commands.js';

export { boardNews, evolveBoard } from './board-commands.js';
export { evolveInstitution } from './institution-commands.js';
export { evolvePerson } from './evolve-person.js';
export { personNews } from './absence.js';

/** Commands on hospitals, people and boards, by name. */
export const institutionCommands = { setUpInstitution, draftCalendar, publishCalendar } as const;
export const personCommands = { addPerson, changePosts, changeNotificationSettings, muteNotifications, nameSubstitute, planLeave, disablePerson, enablePerson, keepAbsence } as const;
export const boardCommands = { publishBoard, keepSeries } as const;
