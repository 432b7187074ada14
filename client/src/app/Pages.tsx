import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../ui/Loading.tsx';
import { Guard } from './Guard.tsx';
import { NotFound } from './NotFound.tsx';
import { Room } from './Room.tsx';
import { Shell } from './Shell.tsx';

type Module = Record<string, ComponentType>;
const found = import.meta.glob<Module>(['../*/*Page.tsx', '../paging/RingOverlay.tsx']);
const page = (path: string, name = 'Page') =>
  lazy(async () => ({ default: (await found[`../${path}.tsx`]?.())?.[name] ?? NotFound }));

const Desk = lazy(async () => ({ default: (await import('./Desk.tsx')).Desk }));
const Login = page('auth/LoginPage');
const Home = page('home/HomePage');
const ConsultList = page('consults/ListPage');
const ConsultNew = page('consults/NewPage');
const Consult = page('consults/ConsultPage');
const CallRoom = page('calls/RoomPage');
const PagingDesk = page('paging/DeskPage');
const Roster = page('directory/RosterPage');
const Stats = page('stats/StatsPage');
const Cases = page('stats/CasesPage');
const Audit = page('audit/AuditPage');
const MePage = page('me/MePage');

/** Every address of the client. Pages under `Desk` may use Ant Design; sign-in, home, ring desk and room do without. */
export const Pages = () => (
  <Suspense fallback={<Loading rows={6} />}>
    <Routes>
      <Route path="/login" element={<Login />} />
      <Route
        path="/room/:kind/:id"
        element={
          <Guard>
            <Room>
              <CallRoom />
            </Room>
          </Guard>
        }
      />
      <Route
        element={
          <Guard>
            <Shell />
          </Guard>
        }
      >
        <Route index element={<Home />} />
        <Route path="/desk" element={<PagingDesk />} />
        <Route element={<Desk />}>
          <Route path="/consults" element={<ConsultList />} />
          <Route path="/consults/new" element={<ConsultNew />} />
          <Route path="/consults/:id" element={<Consult />} />
          <Route path="/roster" element={<Roster />} />
          <Route path="/stats" element={<Stats />} />
          <Route path="/stats/cases" element={<Cases />} />
          <Route path="/audit" element={<Audit />} />
          <Route path="/me" element={<MePage />} />
        </Route>
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  </Suspense>
);
