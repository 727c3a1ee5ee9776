import { NavLink } from 'react-router';
import { useSession } from '../api/session.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Icon, type IconName } from '../kit/icons.js';
import styles from './Frame.module.css';

/** The main areas in their order; each is an address and a word of the catalogue `frame`. */
export const destinations = ['cases', 'inbox', 'meetings', 'transfers', 'numbers', 'audit', 'admin'] as const satisfies readonly IconName[];

/** Those that the api says this person may see. */
export function useDestinations(): readonly (typeof destinations)[number][] {
  const { may } = useSession();
  return destinations.filter((name) => may.includes(name));
}

/** Words with a small icon; a bar at the foot on a phone. */
export function Rail() {
  const t = useT();
  return (
    <nav className={styles.rail} aria-label={t('frame.rail')}>
      <NavLink to="/" className={styles.brand}><img src="/icon.svg" alt="" width={20} height={20} />Consilium</NavLink>
      {useDestinations().map((name) => (
        <NavLink key={name} to={`/${name}`} className={styles.item}><Icon name={name} /><T k={`frame.${name}`} /></NavLink>
      ))}
    </nav>
  );
}
