import { refuse, type Refusal } from '../core/refusal.js';

/**
 * Whether a browser with its address at a host may be subscribed. The worker posts to that address: one that anybody could name would reach whatever
 * the worker reaches. `host` is null where the address is no plain https one; `services` are hosts by comma, `*.` before one allows its subdomains.
 * Refused: NOTIFICATIONS.PUSH_OFF, NOTIFICATIONS.PUSH_SERVICE_UNKNOWN.
 */
export const pushRefusalOf = (host: string | null, services: string, isOn: boolean): Refusal | null => {
  if (!isOn) return refuse('NOTIFICATIONS.PUSH_OFF');
  const isKnown = host !== null && services.split(',').map((each) => each.trim()).some((each) => (each.startsWith('*.') ? host.endsWith(each.slice(1)) : host === each));
  return isKnown ? null : refuse('NOTIFICATIONS.PUSH_SERVICE_UNKNOWN', { host: host ?? '' });
};
