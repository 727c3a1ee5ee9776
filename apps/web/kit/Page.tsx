import { useEffect, useRef } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import styles from './Page.module.css';

interface Props {
  /** The one h1 of the page and the window's title: what it is, never a patient's name. */
  title: string;
  /** Shown instead of the title in the h1, where that may be more than the window's title says. */
  heading?: React.ReactNode;
  filters?: React.ReactNode;
  actions?: React.ReactNode;
  /** Above the head, to the edges: the patient banner. */
  banner?: React.ReactNode;
  children: React.ReactNode;
}

let seenOnePage = false;

/** The frame of a screen: title, filters, actions. Coming from another screen, the heading takes the focus. */
export function Page({ title, heading, filters, actions, banner, children }: Props) {
  const h1 = useRef<HTMLHeadingElement>(null);
  const how = useNavigationType();
  useEffect(() => { document.title = `${title} · Consilium`; }, [title]);
  useEffect(() => {
    if (seenOnePage && how !== NavigationType.Pop) h1.current?.focus({ preventScroll: true });
    seenOnePage = true;
  }, []);
  return (
    <>
      {banner}
      <div className={styles.head}>
        <h1 ref={h1} tabIndex={-1}>{heading ?? title}</h1>
        {filters !== undefined && <div className={styles.filters}>{filters}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </>
  );
}
