import { SessionProvider } from '../api/session.js';
import { Frame } from '../frame/Frame.js';
import { useLanguage } from '../i18n/useT.js';

/** The frame with a made-up session, so that the kit page needs no server. */
export function Component() {
  const lang = useLanguage();
  return (
    <SessionProvider session={{
      person: { id: 'p', name: 'Dr Lin Mei', lang, zone: 'Asia/Shanghai' },
      posts: [{ institutionId: 'i', institutionName: 'Shanghai General', role: 'chair', discipline: 'surgery' }, { institutionId: 'i', institutionName: 'Shanghai General', role: 'specialist', discipline: 'surgery' }],
      may: ['cases', 'inbox', 'meetings', 'transfers', 'audit', 'admin'], demo: true, csrf: '',
    }}><Frame /></SessionProvider>
  );
}
