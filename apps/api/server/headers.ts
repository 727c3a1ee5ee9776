import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';

/**
 * Everything from our own origin, scripts never inline. Styles may be: the component library writes style elements at run time.
 * `https` adds what only makes sense behind TLS.
 */
export const securityHeaders = (publicUrl: string) => {
  const https = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], scriptSrcAttr: ["'none'"], styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'"], frameSrc: ["'self'", 'blob:'], objectSrc: ["'none'"],
      baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'self'"], ...(https ? { upgradeInsecureRequests: [] } : {}),
    } },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: { policy: 'same-origin' }, referrerPolicy: { policy: 'no-referrer' }, xFrameOptions: { action: 'sameorigin' },
  });
};

/** Answers of the api are one person's: kept by no cache. */
export function notStored(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  next();
}
