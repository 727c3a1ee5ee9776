import { Link } from 'react-router';
import type { CaseViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusShape } from '../kit/StatusShape.js';
import styles from './OtherTransfers.module.css';

/** Transfers of the same patient that are under way elsewhere: read before a second one begins, with whom to ask to end the first. */
export function OtherTransfers({ transfers }: { transfers: CaseViewDto['otherTransfers'] }) {
  if (transfers.length === 0) return null;
  return (
    <div role="note" className={styles.notice}>
      {transfers.map((one) => (
        <p key={`${one.from.id}${one.to.id}${one.since}`}>
          <StatusShape status="blocked" size={12} /> <strong><T k="transfers.otherOpen" values={{ from: one.from.name, to: one.to.name }} /></strong>{' '}
          <T k={`lists.transferStatus.${one.status}`} />, <T k="transfers.otherSince" /> <IsoTime at={one.since} />
          {one.owner && <>; <T k="transfers.otherAsk" values={{ person: one.owner.name }} /></>}
          {one.caseId !== null && <> <Link to={`/cases/${one.caseId}/transfer`}><bdi dir="ltr">{one.caseNumber}</bdi></Link></>}
        </p>
      ))}
    </div>
  );
}
