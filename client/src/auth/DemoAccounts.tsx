import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { initial } from '../ui/Owner.tsx';
import './DemoAccounts.css';

const auth = client(actions, 'auth');

interface Props {
  busy: boolean;
  onChoose: (account: string, password: string) => void;
}

/** One tap per person of the demo network; nothing where there is none. */
export const DemoAccounts = ({ busy, onChoose }: Props) => {
  const { t } = useTranslation(['auth', 'common']);
  const { data } = useQuery({ ...auth.demo.query(), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const password = data?.password;
  if (!password || data.accounts.length === 0) return null;
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">
        {t('demo')} <small className="mute">{t('demoNote')}</small>
      </h2>
      <ul>
        {data.accounts.map(({ account, name, role, hospital }) => (
          <li key={account}>
            <button type="button" disabled={busy} onClick={() => onChoose(account, password)}>
              <i aria-hidden className="disc">
                {initial(name)}
              </i>
              <span>
                <b>{t(`common:roles.${role}`)}</b>
                <small className="mute">
                  <span>{name}</span> <span>{hospital}</span>
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
