import { Button, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { PushBrowserDto, PushDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import styles from './Settings.module.css';
import { described, subscribe, subscribed, takesPush, which } from './this-browser.js';

/** Whether this browser takes push messages, and which others of the person do. Where it can't, it says why instead of a dead switch. */
export function ThisBrowser({ push }: { push: PushDto }) {
  const t = useT();
  const here = useThisBrowser(push.browsers);
  const others = push.browsers.filter(({ id }) => id !== here?.id);
  return (
    <Card title={t('notifications.push.title')}>
      <div className={styles.times}>
        {push.publicKey === null ? <p className="quiet">{t('notifications.push.off')}</p> : !takesPush() ? <p className="quiet">{t('notifications.push.unsupported')}</p> : <Toggle publicKey={push.publicKey} here={here} />}
        {others.length > 0 && <>
          <h3 className={styles.name}>{t('notifications.push.others')}</h3>
          <ul className={styles.browsers}>{others.map((browser) => <Other key={browser.id} browser={browser} />)}</ul>
        </>}
      </div>
    </Card>
  );
}

function useThisBrowser(browsers: readonly PushBrowserDto[]): PushBrowserDto | null {
  const [here, setHere] = useState<PushBrowserDto | null>(null);
  useEffect(() => {
    let wanted = true;
    void subscribed().then((subscription) => which(browsers, subscription)).then((found) => { if (wanted) setHere(found); }, () => undefined);
    return () => { wanted = false; };
  }, [browsers]);
  return here;
}

function Toggle({ publicKey, here }: { publicKey: string; here: PushBrowserDto | null }) {
  const t = useT();
  const [trouble, setTrouble] = useState<'denied' | 'failed' | null>(null);
  const [asking, setAsking] = useState(false);
  const on = useCommand<object>({ path: '/api/notifications/push', key: 'push-on', invalidates: ['notification-settings'] });
  const off = useCommand<object>({ path: '/api/notifications/push/remove', key: `push-off:${here?.id ?? ''}`, invalidates: ['notification-settings'] });
  const problem = on.problem ?? off.problem;
  const switchOn = async () => {
    setTrouble(null);
    setAsking(true);
    const subscription = await subscribe(publicKey).catch(() => 'failed' as const);
    setAsking(false);
    if (typeof subscription === 'string') setTrouble(subscription);
    else await on.run(described(subscription));
  };
  const switchOff = async () => {
    await off.run({ id: here?.id });
    await (await subscribed())?.unsubscribe();
  };
  return (
    <>
      <Switch label={t('notifications.push.switch')} description={t('notifications.push.what')} checked={here !== null} disabled={asking || on.sending || off.sending} onChange={(event) => void (event.currentTarget.checked ? switchOn() : switchOff())} />
      <p role="status" className="quiet">{trouble ? t(`notifications.push.${trouble}`) : here ? t('notifications.push.on') : ''}</p>
      {problem && <ProblemView problem={problem} onNext={() => { on.reset(); off.reset(); }} />}
    </>
  );
}

function Other({ browser }: { browser: PushBrowserDto }) {
  const t = useT();
  const off = useCommand<object>({ path: '/api/notifications/push/remove', key: `push-off:${browser.id}`, invalidates: ['notification-settings'] });
  return (
    <li className={styles.browser}>
      <span><bdi>{browser.browser}</bdi> <span className="quiet">{t('notifications.push.since')} <IsoTime at={browser.since} /></span></span>
      <Button size="compact-sm" variant="default" loading={off.sending} aria-label={t('notifications.push.removeOf', { browser: browser.browser })} onClick={() => void off.run({ id: browser.id })}>{t('notifications.push.remove')}</Button>
      {off.problem && <ProblemView problem={off.problem} onNext={off.reset} />}
    </li>
  );
}
