type Name = 'cases' | 'inbox' | 'meetings' | 'transfers' | 'numbers' | 'audit' | 'admin' | 'search' | 'bell' | 'more' | 'back' | 'forward' | 'plus' | 'clock' | 'document';

const paths: Record<Name, string> = {
  cases: 'M2.5 3h3v10h-3zM6.5 3h3v6.5h-3zM10.5 3h3v8h-3z',
  inbox: 'M2.5 9.5 4.5 3h7l2 6.5v3.5h-11zM2.5 9.5h3l1 1.75h3l1-1.75h3',
  meetings: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.25V5M10.5 2.25V5',
  transfers: 'M2.5 5.5h10m-2.75-3L12.75 5.5 9.75 8.5M13.5 10.5h-10M6.25 7.5 3.25 10.5l3 3',
  numbers: 'M2.5 13.5h11M4 11V8M7 11V4M10 11V6.5M13 11V2.5',
  audit: 'M8 2 13 4v4c0 3-2.25 5-5 6-2.75-1-5-3-5-6V4zM5.75 8l1.75 1.75L10.5 6.5',
  admin: 'M2.5 4.5h6m3 0h2M2.5 11.5h2m3 0h6M10 4.5m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M6 11.5m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  search: 'M7 7m-4.25 0a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0-8.5 0M10.25 10.25 13.5 13.5',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.25H3zM6.75 12.5a1.3 1.3 0 0 0 2.5 0',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  forward: 'M6.25 3.5 10.75 8l-4.5 4.5',
  plus: 'M8 3v10M3 8h10',
  clock: 'M8 8m-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M8 4.75V8l2.25 1.5',
  document: 'M4 2.5h5.5L12.5 5.5v8H4zM9.5 2.5v3h3',
};

/** Icons that show a direction of reading and turn round with it. */
const mirrored: readonly Name[] = ['back', 'forward', 'transfers'];

/** A line icon of 16 px. Always beside a word or under an aria-label: it says nothing by itself. */
export function Icon({ name, size = 16 }: { name: Name; size?: number }) {
  return (
    <svg className={mirrored.includes(name) ? 'mirrored' : undefined} width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.4} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d={paths[name]} />
    </svg>
  );
}

export type IconName = Name;
