import type { Values } from '#locales';
import { T } from '../i18n/T.js';
import { useLanguage } from '../i18n/useT.js';
import { zonedParts } from './iso-dates.js';
import { StatusShape } from './StatusShape.js';
import type { Status } from './status.js';
import { useZone } from './zone.js';

/** How a draft stands. Times are ISO instants. */
export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'offline' }
  | { kind: 'failed' }
  | { kind: 'conflict'; person: string; at: string };

const shapes: Record<AutosaveState['kind'], Status> = { idle: 'waiting', saving: 'onTime', saved: 'done', offline: 'onHold', failed: 'overdue', conflict: 'dueSoon' };

/** "Saved 14:02", and what is so when it wasn't. */
export function AutosaveNote({ state }: { state: AutosaveState }) {
  const time = useClock();
  if (state.kind === 'idle') return <span role="status" />;
  const values: Values = { ...('at' in state ? { time: time(state.at) } : {}), ...('person' in state ? { person: state.person } : {}) };
  return (
    <span role="status" className="quiet small" style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <StatusShape status={shapes[state.kind]} size={11} /><T k={`common.autosave.${state.kind}`} values={values} />
    </span>
  );
}

/** The time of day of an instant on the reader's clock, as text. */
export function useClock(): (at: string) => string {
  const zone = useZone();
  const lang = useLanguage();
  return (at) => zonedParts(at, zone, lang).time;
}
