import { Navigate } from 'react-router';
import { rolesOf } from '../app/nav.ts';
import { useMe } from '../lib/session.ts';
import { Board } from './Board.tsx';
import { DoctorHome } from './DoctorHome.tsx';
import { SpecialistHome } from './SpecialistHome.tsx';

/** The first page, by the role that gives its holder most to do. */
export const Page = () => {
  const roles = rolesOf(useMe());
  if (roles.has('coordinator')) return <Board />;
  if (roles.has('doctor')) return <DoctorHome />;
  if (roles.has('specialist')) return <SpecialistHome />;
  if (roles.has('admin')) return <Navigate to="/stats" replace />;
  return <Navigate to={roles.has('auditor') ? '/audit' : '/me'} replace />;
};
