import { boneSarcomaBoard } from './bone-sarcoma.js';
import { breastBoard } from './breast.js';
import type { BoardDefinition } from './definition.js';
import { generalBoard } from './general.js';
import type { BoardSetting } from './setting.js';
import { upperGiBoard } from './upper-gi.js';

/** The kinds of board that are brought along, each whole: a hospital begins with one and makes it its own. */
export const boardTemplates = { general: generalBoard, 'bone-sarcoma': boneSarcomaBoard, breast: breastBoard, 'upper-gi': upperGiBoard } as const satisfies Readonly<Record<string, (setting: BoardSetting) => BoardDefinition>>;
export type BoardTemplate = keyof typeof boardTemplates;
export const isBoardTemplate = (code: string): code is BoardTemplate => Object.hasOwn(boardTemplates, code);
