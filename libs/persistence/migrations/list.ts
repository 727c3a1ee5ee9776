import { Foundation1790000000001 } from './0001-foundation.migration.js';
import { PlannedAttendance1790000000002 } from './0002-planned-attendance.migration.js';
import { OtherTransfers1790000000003 } from './0003-other-transfers.migration.js';
import { Minutes1790000000004 } from './0004-minutes.migration.js';
import { Waiting1790000000006 } from './0006-waiting.migration.js';
import { InboxPools1790000000010 } from './0010-inbox-pools.migration.js';
import { ArrangedTasks1790000000011 } from './0011-arranged-tasks.migration.js';
import { Substitutes1790000000012 } from './0012-substitutes.migration.js';
import { Replanning1790000000013 } from './0013-replanning.migration.js';
import { NotificationSettings1790000000015 } from './0015-notification-settings.migration.js';
import { MailDelivery1790000000016 } from './0016-mail-delivery.migration.js';
import { TaskTimes1790000000017 } from './0017-task-times.migration.js';
import { MeetingGuests1790000000026 } from './0026-meeting-guests.migration.js';
import { OpenTaskCounts1790000000030 } from './0030-open-task-counts.migration.js';
import { EightMinutes1790000000031 } from './0031-eight-minutes.migration.js';
import { Numbers1790000000032 } from './0032-numbers.migration.js';
import { NumbersPeriods1790000000033 } from './0033-numbers-periods.migration.js';
import { WebPush1790000000034 } from './0034-web-push.migration.js';
import { LettersByHash1790000000041 } from './0041-letters-by-hash.migration.js';
import { NumbersCells1790000000042 } from './0042-numbers-cells.migration.js';

/** Every migration, in order. A file that stands in no list would be forgotten silently by a glob in dist. */
export const migrations = [Foundation1790000000001, PlannedAttendance1790000000002, OtherTransfers1790000000003, Minutes1790000000004, Waiting1790000000006, InboxPools1790000000010, ArrangedTasks1790000000011, Substitutes1790000000012, Replanning1790000000013, NotificationSettings1790000000015, MailDelivery1790000000016, TaskTimes1790000000017, MeetingGuests1790000000026, OpenTaskCounts1790000000030, EightMinutes1790000000031, Numbers1790000000032, NumbersPeriods1790000000033, WebPush1790000000034, LettersByHash1790000000041, NumbersCells1790000000042];
