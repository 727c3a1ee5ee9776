import type { PushBrowserDto } from '../generated/types.gen.js';

const worker = '/push.js';

export const takesPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** What this browser is subscribed to, whoever switched it on; null where nothing. */
export async function subscribed(): Promise<PushSubscription | null> {
  const registration = takesPush() ? await navigator.serviceWorker.getRegistration(worker) : undefined;
  return await registration?.pushManager.getSubscription() ?? null;
}

/** Asks whoever sits there, then the browser's push service. A key that was made anew needs a new subscription. */
export async function subscribe(publicKey: string): Promise<PushSubscription | 'denied'> {
  if (await Notification.requestPermission() !== 'granted') return 'denied';
  await navigator.serviceWorker.register(worker);
  const { pushManager } = await navigator.serviceWorker.ready;
  const wish = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await pushManager.subscribe(wish);
  } catch (error) {
    const old = await pushManager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return pushManager.subscribe(wish);
  }
}

/** Which of the person's browsers this one is; null where it is none, or was switched on by somebody else. */
export async function which(browsers: readonly PushBrowserDto[], subscription: PushSubscription | null): Promise<PushBrowserDto | null> {
  if (!subscription) return null;
  const hash = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint)));
  return browsers.find(({ endpointHash }) => endpointHash === hash) ?? null;
}

/** What the api asks of a subscription. */
export function described(subscription: PushSubscription): { endpoint: string; p256dh: string; auth: string; browser: string } {
  return { endpoint: subscription.endpoint, p256dh: base64url(subscription.getKey('p256dh')), auth: base64url(subscription.getKey('auth')), browser: ownName(navigator.userAgent) };
}

const makers = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const;
const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'] as const;

/** "Firefox, Linux": enough to know it again in a list. */
export function ownName(userAgent: string): string {
  const maker = makers.find(([sign]) => userAgent.includes(sign))?.[1];
  const system = systems.find((each) => userAgent.includes(each));
  return [maker, system].filter((part) => part !== undefined).join(', ') || 'Browser';
}

function base64url(bytes: ArrayBuffer | null): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
