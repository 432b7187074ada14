import { auth } from '../../contract/auth.ts';
import { type Feature, keep } from '../edge/ctx.ts';
import {
  beginOtp,
  changePassword,
  confirmOtp,
  endSession,
  freeAgain,
  removeOtp,
  renewLine,
  sessions,
  updateMe,
} from './account.ts';
import { demo } from './accounts.ts';
import { openLockout } from './lockout.ts';
import { login } from './login.ts';
import { findMe, meView } from './me.ts';
import type { Parts } from './parts.ts';
import { logout, refresh } from './refresh.ts';

export { authTouches } from './cookie.ts';
export { whoBy } from './who.ts';

export const authFeature = (outside: Omit<Parts, 'lockout'>): Feature => {
  const parts: Parts = { ...outside, lockout: openLockout() };
  return keep(auth, {
    login: login(parts),
    refresh: refresh(parts),
    logout: logout(parts),
    renewLine: renewLine(parts),
    demo,
    me: async ({ db, actor }) => meView(await findMe(db, actor.id)),
    updateMe,
    freeAgain,
    changePassword: changePassword(parts),
    beginOtp: beginOtp(parts),
    confirmOtp: confirmOtp(parts),
    removeOtp: removeOtp(parts),
    sessions,
    endSession: endSession(parts),
  });
};
