import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { areas, type Jump } from '../areas.js';
import { useT } from '../i18n/useT.js';
import { Icon } from '../kit/icons.js';
import { useDestinations } from './Rail.js';

const [store, palette] = createSpotlight();

export const openPalette = palette.open;

/** Ctrl-K: screens by name, and what the areas find (a case by its number). Nothing typed here becomes part of an address. */
export function Palette() {
  const t = useT();
  const navigate = useNavigate();
  const places = useDestinations();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 150);
  const found = useQuery({ queryKey: ['jumps', settled], queryFn: ({ signal }) => findJumps(settled, signal), enabled: settled.length > 1, retry: false });
  const action = (jump: Jump): SpotlightActionData => ({ id: jump.id, label: jump.label, description: jump.description, onClick: () => void navigate(jump.to) });
  const screens = places.map((name) => ({ ...action({ id: name, label: t(`frame.${name}`), to: `/${name}` }), leftSection: <Icon name={name} /> }));
  // What is found stands chosen, so that Enter opens it.
  const first = found.data?.[0]?.id ?? '';
  useEffect(() => { if (first !== '') store.updateState((before) => ({ ...before, selected: 0 })); }, [first]);
  const matching = screens.filter((screen) => (screen.label ?? '').toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <Spotlight store={store} query={query} onQueryChange={setQuery} shortcut={['mod + K']} nothingFound={t('frame.searchNothing')} filter={(_, actions) => actions} scrollable maxHeight={380} centered={false} yOffset={88}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }} attributes={{ content: { 'aria-label': t('frame.search') } }}
      searchProps={{ placeholder: t('frame.searchPlaceholder'), 'aria-label': t('frame.search'), leftSection: <Icon name="search" /> }}
      actions={[...(found.data ?? []).map((jump, i) => ({ ...action(jump), ...(i === 0 ? { 'data-selected': true } : {}) })), ...matching]} />
  );
}

async function findJumps(query: string, signal: AbortSignal): Promise<Jump[]> {
  const lists = await Promise.all(areas.map((area) => area.findJumps?.(query, signal) ?? Promise.resolve([])));
  return lists.flat();
}
