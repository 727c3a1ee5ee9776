/** A value in a sentence, kept from turning round with the text: dates, sizes, TNM codes, phone numbers, names. */
export function Bdi({ children, dir }: { children: React.ReactNode; dir?: 'ltr' | 'rtl' | 'auto' }) {
  return <bdi dir={dir}>{children}</bdi>;
}
