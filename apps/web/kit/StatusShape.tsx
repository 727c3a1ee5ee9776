import { hueOf, type Status } from './status.js';

const shapes: Record<Status, React.ReactNode> = {
  waiting: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  onTime: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  dueSoon: <><circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.75" /><path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" /></>,
  overdue: <path d="M8 1.75 15 14H1z" fill="currentColor" stroke="currentColor" strokeWidth="1" strokeLinejoin="round" />,
  onHold: <path d="M4 3h2.75v10H4zM9.25 3H12v10H9.25z" fill="currentColor" />,
  done: <path d="m2.75 8.5 3.5 3.5 7-7.75" fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" strokeLinejoin="round" />,
  blocked: <><rect x="2.25" y="2.25" width="11.5" height="11.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.75" /><path d="M4.75 8h6.5" stroke="currentColor" strokeWidth="2" /></>,
};

/** The shape alone, in the state's hue. It says nothing to a screen reader: its word stands beside it, or is hidden text. */
export function StatusShape({ status, size = 12 }: { status: Status; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ color: hueOf(status), flex: 'none', forcedColorAdjust: 'auto' }}>
      {shapes[status]}
    </svg>
  );
}
