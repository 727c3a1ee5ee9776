import { useId } from 'react';
import styles from './Card.module.css';

interface Props {
  title?: React.ReactNode;
  /** How many things are in it, beside the title. */
  count?: React.ReactNode;
  actions?: React.ReactNode;
  /** No padding, for a table or a list that reaches the edges. */
  flush?: boolean;
  children: React.ReactNode;
}

/** A quiet panel: white, one border, a title of the second level. */
export function Card({ title, count, actions, flush, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          {count !== undefined && <span className={styles.count}>{count}</span>}
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
