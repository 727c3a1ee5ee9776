import { T } from '../i18n/T.js';
import { shownName, type PersonNameValue } from './person-name.js';

interface Props {
  name: PersonNameValue;
  /** The transliteration under the name instead of beside it. */
  stacked?: boolean;
}

/** Who: original script first, transliteration in grey, "not known" said in the reader's language. */
export function PersonName({ name, stacked }: Props) {
  const { main, beside } = shownName(name);
  if (main === '') {
    const reason = name.notKnown?.reason;
    return <span>{reason ? <T k="common.patient.nameNotKnownBecause" values={{ reason }} /> : <T k="common.patient.nameNotKnown" />}</span>;
  }
  return (
    <span>
      <bdi>{main}</bdi>
      {beside !== '' && <>{stacked ? <br /> : ' '}<bdi className="quiet" style={{ fontWeight: 400 }}>{beside}</bdi></>}
    </span>
  );
}
