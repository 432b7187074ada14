import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../ui/Loading.tsx';
import { Guard } from './Guard.tsx';
import { NotFound } from './NotFound.tsx';
import { Room } from './Room.tsx';
import { Shell } from './Shell.tsx';

type Module = Promise<{ Page: ComponentType }>;
const page = (load: () => Module) => lazy(async () => ({ default: (await load()).Page }));

const Desk = lazy(async () => ({ default: (await import('./Desk.tsx')).Desk }));
const Login = page(() => import('../auth/LoginPage.tsx'));
const Home = page(() => import('../home/HomePage.tsx'));
const ConsultList = page(() => import('../consults/ListPage.tsx'));
const ConsultNew = page(() => import('../consults/NewPage.tsx'));
const Consult = page(() => import('../consults/ConsultPage.tsx'));
const PatientFind = page(() => import('../patients/FindPage.tsx'));
const Patient = page(() => import('../patients/PatientPage.tsx'));
const ReferralList = page(() => import('../referrals/ListPage.tsx'));
const ReferralNew = page(() => import('../referrals/NewPage.tsx'));
const Referral = page(() => import('../referrals/ReferralPage.tsx'));
const ReferralEdit = page(() => import('../referrals/EditPage.tsx'));
const EmergencyBoard = page(() => import('../emergency/BoardPage.tsx'));
const Emergency = page(() => import('../emergency/CasePage.tsx'));
const CallRoom = page(() => import('../calls/RoomPage.tsx'));
const PagingDesk = page(() => import('../paging/DeskPage.tsx'));
const Tasks = page(() => import('../tasks/TasksPage.tsx'));
const Roster = page(() => import('../directory/RosterPage.tsx'));
const Beds = page(() => import('../beds/BedsPage.tsx'));
const Instruments = page(() => import('../instruments/InstrumentsPage.tsx'));
const Stats = page(() => import('../stats/StatsPage.tsx'));
const Cases = page(() => import('../stats/CasesPage.tsx'));
const ReferralStats = page(() => import('../stats/referrals/ReferralPage.tsx'));
const ReferralCases = page(() => import('../stats/referrals/CasesPage.tsx'));
const CenterStats = page(() => import('../stats/centers/CentersPage.tsx'));
const CenterCases = page(() => import('../stats/centers/CasesPage.tsx'));
const Audit = page(() => import('../audit/AuditPage.tsx'));
const MePage = page(() => import('../me/MePage.tsx'));

/** Every address of the client. Pages under `Desk` may use Ant Design; sign-in, home, ring desk, tasks, rescues and room do without. */
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
        <Route path="/tasks" element={<Tasks />} />
        <Route path="/emergencies" element={<EmergencyBoard />} />
        <Route path="/emergencies/:id" element={<Emergency />} />
        <Route path="/instruments" element={<Instruments />} />
        <Route path="/patients" element={<PatientFind />} />
        <Route path="/patients/:id" element={<Patient />} />
        <Route element={<Desk />}>
          <Route path="/consults" element={<ConsultList />} />
          <Route path="/consults/new" element={<ConsultNew />} />
          <Route path="/consults/:id" element={<Consult />} />
          <Route path="/referrals" element={<ReferralList />} />
          <Route path="/referrals/new" element={<ReferralNew />} />
          <Route path="/referrals/:id" element={<Referral />} />
          <Route path="/referrals/:id/edit" element={<ReferralEdit />} />
          <Route path="/roster" element={<Roster />} />
          <Route path="/beds" element={<Beds />} />
          <Route path="/stats" element={<Stats />} />
          <Route path="/stats/cases" element={<Cases />} />
          <Route path="/stats/referrals" element={<ReferralStats />} />
          <Route path="/stats/referrals/cases" element={<ReferralCases />} />
          <Route path="/stats/emergencies" element={<CenterStats />} />
          <Route path="/stats/emergencies/cases" element={<CenterCases />} />
          <Route path="/audit" element={<Audit />} />
          <Route path="/me" element={<MePage />} />
        </Route>
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  </Suspense>
);
