import { Link } from 'react-router';
import type { InstitutionsDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useCalendarName } from '../kit/calendar-name.js';
import { StatusChip } from '../kit/StatusChip.js';
import styles from './Calendar.module.css';

/** Calendars in use whose next year nobody has reviewed although it is time. */
export function YearsToReview({ institutions }: { institutions: InstitutionsDto }) {
  const calendarName = useCalendarName();
  const used = new Set(institutions.items.map(({ calendarId }) => calendarId));
  const wanting = institutions.calendars.filter(({ id, yearsToReview }) => used.has(id) && yearsToReview.length > 0);
  return wanting.map(({ id, yearsToReview }) => (
    <p key={id} role="note" className={styles.warning}>
      <StatusChip status="dueSoon" wordKey="admin.trust.provisional" /> <Link to={`/admin/calendars/${id}`}><bdi>{calendarName(id)}</bdi></Link> <T k="time.toReview" values={{ years: yearsToReview.join(', ') }} />
    </p>
  ));
}
