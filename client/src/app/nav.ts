import {
  BedSingle,
  Bell,
  CalendarDays,
  ChartColumn,
  House,
  ListChecks,
  type LucideIcon,
  Repeat2,
  ShieldCheck,
  Siren,
  User,
  UserRoundSearch,
  Video,
} from 'lucide-react';
import type { Me } from '../../../contract/auth.ts';
import type { Role } from '../../../contract/kit.ts';

export interface NavItem {
  to: string;
  /** Key in `common:nav`. */
  word: string;
  icon: LucideIcon;
  /** Whose; absent for everybody. */
  roles?: readonly Role[];
}

/** The roles a person holds in any hospital. */
export const rolesOf = (me: Me): ReadonlySet<Role> => new Set(me.memberships.flatMap(({ roles }) => roles));

/** What the first page is called, by the role that gives it most to do; whoever only reads figures or the trail begins there. */
const homeWord = (roles: ReadonlySet<Role>): string | null => {
  if (roles.has('coordinator')) return 'board';
  if (roles.has('doctor')) return 'home';
  return roles.has('specialist') ? 'duty' : null;
};

/** Where the rescues are; in the hand of whoever may call a team the place calls one. */
export const EMERGENCIES = '/emergencies';

const items: readonly NavItem[] = [
  { to: '/consults', word: 'consults', icon: Video, roles: ['doctor', 'specialist', 'coordinator'] },
  { to: '/referrals', word: 'referrals', icon: Repeat2, roles: ['doctor', 'specialist', 'coordinator'] },
  { to: EMERGENCIES, word: 'emergencies', icon: Siren, roles: ['doctor', 'specialist', 'coordinator'] },
  { to: '/desk', word: 'desk', icon: Bell, roles: ['coordinator'] },
  { to: '/tasks', word: 'tasks', icon: ListChecks, roles: ['doctor', 'specialist', 'coordinator'] },
  { to: '/roster', word: 'roster', icon: CalendarDays, roles: ['coordinator', 'specialist', 'admin', 'doctor'] },
  { to: '/patients', word: 'patients', icon: UserRoundSearch, roles: ['doctor', 'specialist', 'coordinator'] },
  { to: '/beds', word: 'beds', icon: BedSingle, roles: ['coordinator'] },
  { to: '/stats', word: 'stats', icon: ChartColumn, roles: ['admin', 'coordinator'] },
  { to: '/audit', word: 'audit', icon: ShieldCheck, roles: ['auditor'] },
];

const mine =
  (roles: ReadonlySet<Role>) =>
  ({ roles: wanted }: NavItem) =>
    !wanted || wanted.some((role) => roles.has(role));

/** A tab bar holds five in the hand; what does not fit is found under the person's own menu. */
const TABS = 5;
export const isTab = (items: readonly NavItem[], item: NavItem): boolean =>
  items.length <= TABS || item.to === '/me' || items.indexOf(item) < TABS - 1;

/** Only what this person can use. */
export const navOf = (me: Me): NavItem[] => {
  const roles = rolesOf(me);
  const word = homeWord(roles);
  const home: NavItem[] = word ? [{ to: '/', word, icon: House }] : [];
  return [...home, ...items.filter(mine(roles)), { to: '/me', word: 'me', icon: User }];
};
