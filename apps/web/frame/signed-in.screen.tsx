import { useEffect } from 'react';
import { sessionChannel } from '../api/sign-in-gate.js';
import { T } from '../i18n/T.js';

/** Where the sign-in window lands: it tells the page that waits, and goes. */
export function Component() {
  useEffect(() => {
    const channel = new BroadcastChannel(sessionChannel);
    channel.postMessage('signed-in');
    channel.close();
    window.close();
  }, []);
  return <main style={{ padding: 32 }}><h1><T k="frame.signIn" /></h1><p><a href="/"><T k="frame.toCases" /></a></p></main>;
}
