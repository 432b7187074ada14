import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Availability, auth as actions, type Me } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { useLink } from '../lib/link.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { changedMe } from '../lib/session.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { sayFailed } from '../ui/Toast.tsx';
import { rolesOf } from './nav.ts';
import '../ui/Presence.css';

const auth = client(actions, 'auth');
const states: readonly Availability[] = ['free', 'operating', 'away'];
const shapes = { free: 'online', operating: 'operating', away: 'away', offline: 'offline' } as const;

/** Whether I am rung: free, operating (the second line is rung instead) or away. Only for people who can be rung. */
export const DutyState = ({ me }: { me: Me }) => {
  const { t } = useTranslation('common');
  const { online } = useLink();
  const text = useRefusalText();
  const { mutate } = useMutation({ mutationFn: auth.updateMe, onSuccess: changedMe, onError: (error) => sayFailed(text(error)) });
  const roles = rolesOf(me);
  if (!roles.has('specialist') && !roles.has('doctor')) return null;
  // Whoever cannot be reached is not free, whatever was chosen.
  const now = online ? me.availability : 'offline';
  const face = (state: Availability | 'offline') => (
    <>
      <i aria-hidden className={`dot dot-${shapes[state]}`} />
      <span>{t(`availability.${state}`)}</span>
    </>
  );
  return (
    <Menu label={`${t('availability.label')} ${t(`availability.${now}`)}`} face={face(now)}>
      {states.map((availability) => (
        <MenuItem key={availability} checked={availability === me.availability} onChoose={() => mutate({ availability })}>
          {face(availability)}
          <small className="mute">{t(`availability.${availability}Means`)}</small>
        </MenuItem>
      ))}
    </Menu>
  );
};
