import { useEffect, useRef, useState } from 'react';
import { DateField } from '../kit/form/DateField.js';

interface Props { id: string; value: string; invalid?: boolean; describedBy?: string | undefined; onChange: (value: string) => void }

/** A date that somebody else may set too: the field keeps what is half typed here, and begins anew where another's date comes in. */
export function SharedDate({ id, value, invalid = false, describedBy, onChange }: Props) {
  const own = useRef(value);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (value === own.current) return;
    own.current = value;
    setTurn((count) => count + 1);
  }, [value]);
  return <DateField key={turn} id={id} value={value === '' ? undefined : value} invalid={invalid} describedBy={describedBy} onChange={(date) => { own.current = date ?? ''; onChange(own.current); }} />;
}
