import { BellOff, BellRing, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AlertState } from '../paging/alerts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Tag } from '../ui/Tag.tsx';
import { useAlerts } from './useAlerts.ts';

const State = ({ state }: { state: AlertState }) => {
  const { t } = useTranslation('push');
  return state === 'on' ? (
    <Tag c="met" icon={BellRing}>
      {t('state.on')}
    </Tag>
  ) : (
    <Tag c={state === 'blocked' ? 'urgent' : 'missing'} look="dash" icon={BellOff}>
      {t(`state.${state}`)}
    </Tag>
  );
};

const Verbs = ({ state, publicKey, alerts }: { state: AlertState; publicKey: string; alerts: ReturnType<typeof useAlerts> }) => {
  const { t } = useTranslation('push');
  const { on, off, test } = alerts;
  if (state === 'off')
    return (
      <Button icon={BellRing} busy={on.isPending} onClick={() => on.mutate(publicKey)}>
        {t('turnOn')}
      </Button>
    );
  return (
    <div className="me-choices">
      <Button icon={Send} busy={test.isPending} onClick={() => test.mutate()}>
        {t('test')}
      </Button>
      <Button look="text" icon={BellOff} busy={off.isPending} onClick={() => off.mutate()}>
        {t('turnOff')}
      </Button>
    </div>
  );
};

/** Rings while the page is closed: whether they can come here, whether they do, and a test. */
export const AlertsCard = () => {
  const { t } = useTranslation('push');
  const alerts = useAlerts();
  const { data } = alerts.query;
  return (
    <Card title={t('title')} aside={data && <State state={data.state} />}>
      <Loaded query={alerts.query} rows={2}>
        {({ state, publicKey }) =>
          publicKey && (state === 'on' || state === 'off') ? (
            <div className="me-form">
              <p className="soft">{t('why')}</p>
              <Verbs state={state} publicKey={publicKey} alerts={alerts} />
              <p className="soft">{t('notSure')}</p>
            </div>
          ) : (
            <p className="soft">{t(`help.${state}`)}</p>
          )
        }
      </Loaded>
    </Card>
  );
};
