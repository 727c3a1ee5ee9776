import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { LiveProvider } from '../api/LiveProvider.js';
import { useSession } from '../api/session.js';
import { T } from '../i18n/T.js';
import { KeyHintsProvider } from '../kit/KeyHints.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { ZoneContext } from '../kit/zone.js';
import styles from './Frame.module.css';
import { Palette } from './Palette.js';
import { ProcessBehind } from './ProcessBehind.js';
import { Rail } from './Rail.js';
import { SignInLayer } from './SignInLayer.js';
import { TopBar } from './TopBar.js';

/** What stands around every screen of a signed-in person. */
export function Frame() {
  const session = useSession();
  return (
    <ZoneContext value={session.person.zone}>
      <LiveProvider>
        <KeyHintsProvider>
          <div className={styles.frame}>
            <a href="#main" className={styles.skip}><T k="frame.skip" /></a>
            {session.demo && <aside className={styles.ribbon}><T k="frame.demo" /></aside>}
            <TopBar />
            <Rail />
            <main id="main" className={styles.main} tabIndex={-1}>
              <ProcessBehind />
              <Suspense fallback={<div style={{ padding: 24 }}><TextSkeleton /></div>}><Outlet /></Suspense>
              {/* Menus, tips and dialogs open in here, so that they belong to the page's main part. */}
              <div data-mantine-shared-portal-node="true" />
            </main>
          </div>
          <Palette />
          <SignInLayer />
        </KeyHintsProvider>
      </LiveProvider>
    </ZoneContext>
  );
}
