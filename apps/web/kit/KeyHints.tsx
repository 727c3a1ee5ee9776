import { Kbd, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useT } from '../i18n/useT.js';
import styles from './KeyHints.module.css';

/** A key of a screen for the list that `?` shows. */
export interface KeyHint { keys: string; label: string }

const KeyHintsContext = createContext<{ show: () => void; add: (title: string, hints: readonly KeyHint[]) => () => void }>({ show: () => undefined, add: () => () => undefined });

/** Names a screen's own keys in the list; they are gone with the screen. */
export function useKeyHints(title: string, hints: readonly KeyHint[]): void {
  const { add } = useContext(KeyHintsContext);
  const text = JSON.stringify(hints);
  useEffect(() => add(title, JSON.parse(text) as KeyHint[]), [add, title, text]);
}

/** Opens the list, for a menu. */
export const useShowKeys = () => useContext(KeyHintsContext).show;

/** The overlay that `?` opens over any screen. */
export function KeyHintsProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const [groups, setGroups] = useState<ReadonlyMap<string, readonly KeyHint[]>>(new Map());
  useHotkeys([['shift+?', () => setOpened(true)], ['?', () => setOpened(true)]]);
  const value = useMemo(() => ({
    show: () => setOpened(true),
    add: (title: string, hints: readonly KeyHint[]) => {
      setGroups((before) => new Map(before).set(title, hints));
      return () => setGroups((before) => new Map([...before].filter(([name]) => name !== title)));
    },
  }), []);
  const everywhere: KeyHint[] = [{ keys: 'Ctrl K', label: t('common.keys.search') }, { keys: '?', label: t('common.keys.help') }, { keys: 'Esc', label: t('common.keys.close') }];
  return (
    <KeyHintsContext value={value}>
      {children}
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('common.keys.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {[[t('common.keys.everywhere'), everywhere] as const, ...groups].map(([title, hints]) => (
          <section key={title} className={styles.group}>
            <h3>{title}</h3>
            <dl>{hints.map((hint) => <div key={hint.keys} className={styles.hint}><dt>{hint.keys.split(' ').map((key) => <Kbd key={key} dir="ltr">{key}</Kbd>)}</dt><dd>{hint.label}</dd></div>)}</dl>
          </section>
        ))}
      </Modal>
    </KeyHintsContext>
  );
}
