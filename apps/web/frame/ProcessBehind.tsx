import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import { T } from '../i18n/T.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './Frame.module.css';

/** Says that the process that moves cases is behind, while people go on working. */
export function ProcessBehind() {
  const status = useQuery({ queryKey: ['process-status'], queryFn: () => request<{ behind: boolean }>('/api/status'), refetchInterval: 30_000, retry: false });
  if (!status.data?.behind) return null;
  return <div className={styles.behind} role="status"><StatusShape status="dueSoon" /><T k="frame.behind" /></div>;
}
