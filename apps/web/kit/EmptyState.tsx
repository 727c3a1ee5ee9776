import styles from './EmptyState.module.css';

interface Props { title: React.ReactNode; what: React.ReactNode; action?: React.ReactNode }

/** Says what will appear here and who brings it. */
export function EmptyState({ title, what, action }: Props) {
  return (
    <div className={styles.empty}>
      <div className={styles.mark} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{what}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
