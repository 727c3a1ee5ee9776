import { renderMail } from '../mail/render.js';
import { directionOf } from '../wording/words.js';
import type { Push } from './pusher.js';

/** What the service worker of the page reads (`apps/web/public/push.js`). */
export interface PushPayload { readonly title: string; readonly body: string; readonly lang: string; readonly dir: 'ltr' | 'rtl'; readonly tag: string; readonly path: string }

/** The words of a mail's subject: the kind of notice and the number of the case or meeting, and nothing of a patient. */
export function pushPayload({ id, language, place, message, path }: Omit<Push, 'to' | 'urgent'>): PushPayload {
  const { subject } = renderMail({ language, place, message, link: '' });
  return { title: 'Consilium', body: subject, lang: language, dir: directionOf(language), tag: id, path };
}
