import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { initial } from '../ui/Owner.tsx';
import '../ui/Owner.css';
import './DemoAccounts.css';

const auth = client(actions, 'auth');

type Account = z.output<typeof actions.demo.output>['accounts'][number];

interface Props {
  busy: boolean;
  onChoose: (account: string, password: string) => void;
}

const List = ({
  accounts,
  busy,
  onChoose,
}: {
  accounts: readonly Account[];
  busy: boolean;
  onChoose: (account: string) => void;
}) => {
  const { t } = useTranslation('common');
  return (
    <ul>
      {accounts.map(({ account, name, role, hospital }) => (
        <li key={account}>
          <button type="button" disabled={busy} onClick={() => onChoose(account)}>
            <i aria-hidden className="disc">
              {initial(name)}
            </i>
            <span>
              <b>{t(`roles.${role}`)}</b>
              <small className="mute">
                <span>{name}</span> <span>{hospital}</span>
              </small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};

/** One tap per person of the demo network, the first of each role before the rest; nothing where there is none. */
export const DemoAccounts = ({ busy, onChoose }: Props) => {
  const { t } = useTranslation('auth');
  const { data } = useQuery({ ...auth.demo.query(), staleTime: Number.POSITIVE_INFINITY, retry: false });
  const password = data?.password;
  if (!password || data.accounts.length === 0) return null;
  const first = data.accounts.filter(({ role }, at, all) => all.findIndex((other) => other.role === role) === at);
  const rest = data.accounts.filter((account) => !first.includes(account));
  const choose = (account: string) => onChoose(account, password);
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">
        {t('demo')} <small className="mute">{t('demoNote')}</small>
      </h2>
      <List accounts={first} busy={busy} onChoose={choose} />
      {rest.length > 0 && (
        <details>
          <summary>{t('demoMore', { n: rest.length })}</summary>
          <List accounts={rest} busy={busy} onChoose={choose} />
        </details>
      )}
    </section>
  );
};
