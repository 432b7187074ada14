import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { callableBy } from '../emergency/mayCall.ts';
import { useMe } from '../lib/session.ts';
import { Loading } from '../ui/Loading.tsx';
import { OfflineBanner } from '../ui/OfflineBanner.tsx';
import { useArrival } from './arrival.ts';
import { Boundary } from './Boundary.tsx';
import { Drawer } from './Drawer.tsx';
import { Emergency } from './Emergency.tsx';
import { navOf } from './nav.ts';
import { Rail } from './Rail.tsx';
import { Rings } from './Rings.tsx';
import { TopBar } from './TopBar.tsx';
import './Shell.css';

/** Rail (desk), drawer (tablet) or tab bar (phone), top bar, and the page. */
export const Shell = () => {
  const { t } = useTranslation('common');
  const me = useMe();
  const { pathname } = useLocation();
  const [drawer, setDrawer] = useState(false);
  const main = useArrival(pathname);
  const items = navOf(me);
  const [calling, setCalling] = useState(false);
  const onCall = callableBy(me).length > 0 ? () => setCalling(true) : undefined;
  return (
    <div className="app">
      <a href="#main" className="skip">
        {t('skip')}
      </a>
      <Rail items={items} onCall={onCall} />
      <TopBar me={me} items={items} onMenu={() => setDrawer(true)} onCall={onCall} />
      <div className="stage">
        <OfflineBanner />
        {onCall && <Emergency calling={calling} onClose={() => setCalling(false)} />}
        <main ref={main} id="main" tabIndex={-1}>
          <div className="page">
            <Boundary at={pathname}>
              <Suspense fallback={<Loading rows={6} />}>
                <Outlet />
              </Suspense>
            </Boundary>
          </div>
        </main>
      </div>
      {drawer && <Drawer items={items} onClose={() => setDrawer(false)} />}
      <Rings />
    </div>
  );
};
