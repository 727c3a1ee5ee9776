import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { request, setAuthor } from '../api/http.js';
import { signInAddress, useSession, type Session } from '../api/session.js';
import { sessionChannel, signInAsked } from '../api/sign-in-gate.js';
import { useT } from '../i18n/useT.js';

/** Opens over the form when the session has ended or signing needs a fresh one; the form below keeps all that was typed. */
export function SignInLayer() {
  const t = useT();
  const session = useSession();
  const queries = useQueryClient();
  const asked = useSyncExternalStore(signInAsked.subscribe, signInAsked.now);
  const [other, setOther] = useState<string | null>(null);

  useEffect(() => {
    if (!asked) return;
    const channel = new BroadcastChannel(sessionChannel);
    channel.onmessage = () => void request<Session>('/api/session').then((now) => {
      if (now.person.id !== session.person.id) { setOther(now.person.name); return; }
      setAuthor(now.csrf, now.person.id);
      setOther(null);
      asked.done(true);
      void queries.invalidateQueries();
    }, () => undefined);
    return () => channel.close();
  }, [asked, queries, session.person.id]);

  const address = signInAddress('/signed-in', asked?.cause === 'fresh');
  return (
    <Modal opened={asked !== null} onClose={() => asked?.done(false)} title={t('frame.signInTitle')} closeButtonProps={{ 'aria-label': t('common.close') }} closeOnClickOutside={false}>
      <div style={{ display: 'grid', gap: 16 }}>
        <p>{t(asked?.cause === 'fresh' ? 'frame.signInFresh' : 'frame.signInGone')}</p>
        {other !== null && <p role="alert">{t('frame.signInOther', { name: other, expected: session.person.name })}</p>}
        <Button component="a" href={address} target="_blank" rel="opener" data-autofocus>{t('frame.signInWindow')}</Button>
      </div>
    </Modal>
  );
}
