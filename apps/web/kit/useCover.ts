import { useEffect, useRef, type RefObject } from 'react';

/** How much of the page's edge a bar that stays lies over: what takes the focus is scrolled clear of it (theme/base.css). */
export function useCover<Bar extends HTMLElement>(edge: 'start' | 'end'): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const { style } = document.documentElement;
    const name = `--covered-${edge}`;
    const observer = new ResizeObserver(() => style.setProperty(name, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => { observer.disconnect(); style.removeProperty(name); };
  }, [edge]);
  return bar;
}
