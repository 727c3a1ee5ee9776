import { isAbsolute, resolve } from 'node:path';

/** What reading a text as some type gave. A problem never repeats the text: it could be a secret. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** How the text of a variable becomes a value, and what to call that type in documents. */
export interface Kind<T> {
  readonly type: string;
  parse(text: string): Parsed<T>;
}

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (problem: string): Parsed<never> => ({ ok: false, problem });

/** Any text of at least this many characters, without control characters. */
export function text(least = 1): Kind<string> {
  return {
    type: least > 1 ? `text of at least ${least} characters` : 'text',
    parse: (value) => {
      if (/\p{Cc}/u.test(value)) return bad('holds a control character (a line break at its end?)');
      return value.length < least ? bad(`must have at least ${least} characters`) : good(value);
    },
  };
}

/** A TCP port one can listen on. */
export const port: Kind<number> = {
  type: 'port, 1 to 65535',
  parse: (value) => {
    const number = /^\d{1,5}$/.test(value) ? Number(value) : 0;
    return number >= 1 && number <= 65_535 ? good(number) : bad('must be a whole number from 1 to 65535');
  },
};

/** A whole number of some unit between two bounds, both allowed. */
export function whole(unit: string, least: number, most: number): Kind<number> {
  return {
    type: `whole ${unit}, ${least} to ${most}`,
    parse: (value) => {
      const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
      return number >= least && number <= most ? good(number) : bad(`must be a whole number of ${unit} from ${least} to ${most}`);
    },
  };
}

/** Yes or no. */
export const flag: Kind<boolean> = {
  type: 'true or false',
  parse: (value) => (value === 'true' || value === 'false' ? good(value === 'true') : bad('must be true or false')),
};

/** One of some words. */
export function choice<const W extends string>(...words: readonly W[]): Kind<W> {
  return {
    type: words.join(', '),
    parse: (value) => {
      const word = words.find((each) => each === value);
      return word === undefined ? bad(`must be one of: ${words.join(', ')}`) : good(word);
    },
  };
}

/** A folder or file, made absolute from the current folder. */
export const path: Kind<string> = {
  type: 'path',
  parse: (value) => {
    if (/\p{Cc}/u.test(value)) return bad('holds a control character');
    return good(isAbsolute(value) ? value : resolve(value));
  },
};

/** `host:port`, as Temporal's client takes it. */
export const address: Kind<string> = {
  type: 'host:port',
  parse: (value) => (/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/.test(value) ? good(value) : bad('must look like host:port')),
};

/** A mailbox, with or without a name before it. */
export const mailbox: Kind<string> = {
  type: 'mail address',
  parse: (value) =>
    /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(value)
      ? good(value)
      : bad('must be an address such as "Consilium <no-reply@hospital.example>"'),
};

/** A mailbox that takes answers under an extension of its name, or empty where there is none: short, so that name, `+` and token stay a legal local part. */
export const answersMailbox: Kind<string> = {
  type: 'mail address without a name, or empty',
  parse: (value) =>
    value === '' || /^[A-Za-z0-9][A-Za-z0-9._-]{0,22}@[A-Za-z0-9.-]+$/.test(value)
      ? good(value)
      : bad('must be an address such as answers@board.hospital.example, its part before @ at most 23 characters, without +'),
};

/** 32 random bytes written in base64, for AES-256. */
export const key: Kind<Buffer> = {
  type: '32 bytes in base64',
  parse: (value) => {
    const bytes = Buffer.from(value, 'base64');
    if (bytes.length !== 32 || bytes.toString('base64') !== value) {
      return bad('must be 32 bytes in base64 (make one: openssl rand -base64 32)');
    }
    return good(bytes);
  },
};

/** One half of a key pair for web push, as `web-push` writes it: so many bytes in base64url; empty where there is no push. */
export function pushKey(bytes: number): Kind<string> {
  return {
    type: `${bytes} bytes in base64url, or empty`,
    parse: (value) => {
      const read = Buffer.from(value, 'base64url');
      const right = value === '' || (read.length === bytes && read.toString('base64url') === value);
      return right ? good(value) : bad(`must be ${bytes} bytes in base64url (make both keys: web-push generate-vapid-keys)`);
    },
  };
}

/** An address with one of these schemes, such as `postgres` or `smtp`. */
export function url(...schemes: readonly string[]): Kind<string> {
  return {
    type: `address ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    parse: (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      if (!parsed) return bad('is not an address');
      const known = schemes.includes(parsed.protocol.slice(0, -1));
      return known && parsed.hostname !== '' ? good(value) : bad(`must begin with ${schemes.map((s) => `${s}://`).join(' or ')}`);
    },
  };
}

/** An https address without a slash at its end; plain http only where it never leaves the machine. */
export const webAddress: Kind<string> = {
  type: 'https:// address (http:// on this machine only)',
  parse: (value) => {
    const parsed = url('https', 'http').parse(value);
    if (!parsed.ok) return parsed;
    const { protocol, hostname, search, hash } = new URL(value);
    if (search !== '' || hash !== '') return bad('must not hold ? or #');
    const here = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';
    return protocol === 'https:' || here ? good(value.replace(/\/+$/, '')) : bad('must begin with https:// unless it is on this machine');
  },
};
