import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';

export const sessionCookie = 'consilium';
export const signInCookie = 'consilium-sign-in';
export const setupCookie = 'consilium-setup';

export function cookieOf(request: Pick<Request, 'headers'>, name: string): string | null {
  const { cookie } = request.headers;
  return (typeof cookie === 'string' ? parseCookie(cookie)[name] : undefined) ?? null;
}
export const sessionToken = (request: Pick<Request, 'headers'>): string | null => cookieOf(request, sessionCookie);

export interface CookieManner { readonly secure: boolean; readonly maxAgeSeconds?: number; readonly path?: string }

/** Never read by scripts, never sent from another site's pages except when somebody follows a link here. */
export function setCookie(response: Response, name: string, value: string, { secure, maxAgeSeconds, path = '/' }: CookieManner): void {
  response.appendHeader('Set-Cookie', stringifySetCookie(name, value, { httpOnly: true, sameSite: 'lax', secure, path, ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }) }));
}
export const clearCookie = (response: Response, name: string, manner: CookieManner): void => setCookie(response, name, '', { ...manner, maxAgeSeconds: 0 });
