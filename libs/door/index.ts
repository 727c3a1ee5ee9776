export type { AccessEntry, DoorPort, DoorResult, DraftSave, FileRecord } from './contract.js';
export { Door, type DoorOptions } from './door.js';
export { domainStreams } from './domain-streams.js';
export { calendarsOver, type TimesOf } from './context/calendars.js';
export { derivedId, draftOfTask } from './derived-id.js';
export type { Clock } from './situation.js';
export { streamType, type StreamTypes } from './streams.js';
