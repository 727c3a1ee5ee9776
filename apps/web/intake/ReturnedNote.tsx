import { useItemWords } from '../cases/blocker-words.js';
import type { ReferralViewDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import styles from './Intake.module.css';

/** What was asked when the referral was sent back. */
export function ReturnedNote({ view }: { view: ReferralViewDto }) {
  const t = useT();
  const words = useItemWords(view.form);
  if (view.status !== 'returned') return null;
  return (
    <section className={styles.returned} aria-labelledby="returned-title">
      <h2 id="returned-title">{t('intake.returnedTitle')}</h2>
      {view.returnNote?.text && <blockquote style={{ margin: 0, whiteSpace: 'pre-wrap' }} dir="auto" lang={view.returnNote.language ?? undefined}>{view.returnNote.text}</blockquote>}
      {view.returnedFor.length > 0 && <ul>{view.returnedFor.map((id) => <li key={id}>{words(id)}</li>)}</ul>}
    </section>
  );
}
