import { Button } from '@mantine/core';
import type { SeatDto, SlotDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoTime } from '../kit/IsoTime.js';
import { StatusShape } from '../kit/StatusShape.js';
import { Obstacle } from './Obstacle.js';
import styles from './Plan.module.css';

interface Props { slot: SlotDto; zone: string; verb: string; best: boolean; sending: boolean; onTake: () => void }

/** A time: on the board's clock, on the clock of each hospital, whether a quorum can come, and who cannot and why. */
export function Slot({ slot, zone, verb, best, sending, onTake }: Props) {
  const t = useT();
  const hospitals = [...new Map(slot.seats.map(({ institution }) => [institution.id, institution])).values()].filter((hospital) => hospital.zone !== zone);
  const away = slot.seats.filter((seat) => seat.away);
  const hard = slot.seats.filter((seat) => !seat.away && seat.obstacle !== null);
  const missing = [...slot.missingDisciplines.map((each) => t(`lists.discipline.${each}`)), ...slot.missingSides, ...slot.missingPeople.map(({ name }) => name)];
  return (
    <li className={styles.slot} data-possible={slot.possible || undefined}>
      <div className={styles.when}>
        <strong><IsoTime at={slot.startsAt} zone={zone} show="full" bare /></strong>
        <span className={styles.clocks}>{hospitals.map((hospital) => <span key={hospital.id} className="quiet small"><IsoTime at={slot.startsAt} zone={hospital.zone} show="full" bare /></span>)}</span>
      </div>
      <div className={styles.who}>
        <span className={styles.verdict}><StatusShape status={slot.possible ? 'done' : 'blocked'} size={13} /> {slot.possible ? t('meetings.plan.possible') : <T k="meetings.plan.missing" values={{ what: missing.join('; ') }} />}</span>
        {away.length === 0 && hard.length === 0 && <span className="quiet small">{t('meetings.plan.everybody')}</span>}
        <Seats title="meetings.plan.away" seats={away} open={!slot.possible} />
        <Seats title="meetings.plan.hard" seats={hard} open={false} />
      </div>
      <Button variant={best && slot.possible ? 'filled' : 'default'} size="compact-md" loading={sending} onClick={onTake}>{verb}</Button>
    </li>
  );
}

function Seats({ title, seats, open }: { title: string; seats: readonly SeatDto[]; open: boolean }) {
  if (seats.length === 0) return null;
  return (
    <details className={styles.seats} open={open}>
      <summary><T k={title} values={{ count: seats.length }} /></summary>
      <ul>{seats.map((seat) => (
        <li key={seat.person.id}>
          <bdi>{seat.person.name}</bdi> <span className="quiet small"><T k={`lists.discipline.${seat.discipline}`} />, <bdi>{seat.institution.name}</bdi></span>
          {seat.obstacle && <span className={styles.why}><Obstacle obstacle={seat.obstacle} /></span>}
        </li>
      ))}</ul>
    </details>
  );
}
