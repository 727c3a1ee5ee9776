import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { IsoDate } from './IsoTime.js';
import styles from './PatientBanner.module.css';
import type { PersonNameValue } from './person-name.js';
import { PersonName } from './PersonName.js';
import { useCover } from './useCover.js';

/** Three different states, and a list: absence of data never reads as absence of allergy. */
export type Allergies = { state: 'noneKnown' } | { state: 'notAsked' } | { state: 'withheld' } | { state: 'known'; list: readonly string[] };

/** A birth date as told: a (partial) date, or an age on a date. */
export type Birth = { date: string } | { age: number; toldOn: string } | null;

export interface BannerPatient {
  name: PersonNameValue;
  birth: Birth;
  /** Code of lists.sex. */
  sex: string | null;
  identifier: string | null;
  allergies: Allergies;
}

/** Who this is about, always in sight. What is unknown is said, never blank. */
export function PatientBanner({ patient, children }: { patient: BannerPatient; children?: React.ReactNode }) {
  const t = useT();
  const bar = useCover<HTMLElement>('start');
  const unknown = <span className="quiet">{t('common.notKnown')}</span>;
  return (
    <section ref={bar} className={styles.banner} aria-label={t('common.patient.banner')}>
      <div className={styles.name}><PersonName name={patient.name} /></div>
      <dl className={styles.facts}>
        <Fact label="common.patient.born"><BirthText birth={patient.birth} unknown={unknown} /></Fact>
        <Fact label="common.patient.sex">{patient.sex === null ? unknown : <T k={`lists.sex.${patient.sex}`} />}</Fact>
        <Fact label="common.patient.identifier">{patient.identifier === null ? unknown : <bdi dir="ltr">{patient.identifier}</bdi>}</Fact>
        <Fact label="common.patient.allergies"><AllergiesText allergies={patient.allergies} /></Fact>
      </dl>
      {children !== undefined && <div className={styles.end}>{children}</div>}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return <div className={styles.fact}><dt><T k={label} /></dt><dd>{children}</dd></div>;
}

function BirthText({ birth, unknown }: { birth: Birth; unknown: React.ReactNode }) {
  if (birth === null) return unknown;
  if ('date' in birth) return <IsoDate date={birth.date} />;
  return <T k="common.patient.ageOn" values={{ age: birth.age, date: birth.toldOn }} />;
}

export function AllergiesText({ allergies }: { allergies: Allergies }) {
  switch (allergies.state) {
    case 'noneKnown': return <T k="common.patient.allergiesNoneKnown" />;
    case 'notAsked': return <span className={styles.warn}><T k="common.patient.allergiesNotAsked" /></span>;
    case 'withheld': return <span className={styles.warn}><T k="common.patient.allergiesWithheld" /></span>;
    case 'known': return <>{allergies.list.map((name, i) => <span key={name}>{i > 0 && ' · '}<bdi>{name}</bdi></span>)}</>;
  }
}
