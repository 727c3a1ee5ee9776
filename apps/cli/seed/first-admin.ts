import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody the local identity provider lets in, who has no post yet: the page then asks for the first hospital. */
export function writeFirstAdmin(home: string): string {
  const person = { subject: 'first-admin', name: 'First admin', email: 'first-admin@consilium.localhost', title: 'Administrator', institution: 'New installation', role: 'admin' };
  writeFileSync(join(home, 'people.json'), JSON.stringify([person], null, 2));
  return 'Sign in as the first admin: the page asks for the first hospital.';
}
