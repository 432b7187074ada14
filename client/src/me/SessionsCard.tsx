import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auth as actions } from '../../../contract/auth.ts';
import { client } from '../lib/api.ts';
import { dateTime } from '../lib/format.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Tag } from '../ui/Tag.tsx';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { deviceName } from './device.ts';

const auth = client(actions, 'auth');

/** Where this account is signed in; ending one there takes effect at once. */
export const SessionsCard = () => {
  const { t } = useTranslation('me');
  const text = useRefusalText();
  const queries = useQueryClient();
  const query = useQuery(auth.sessions.query());
  const end = useMutation({
    mutationFn: auth.endSession,
    onSuccess: () => sayDone(t('sessions.ended')),
    onError: (error) => sayFailed(text(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['auth', 'sessions'] }),
  });
  return (
    <Card title={t('sessions.title')} flush>
      <Loaded query={query} rows={2}>
        {({ items }) => (
          <ul>
            {items.map(({ id, device, createdAt, lastUsedAt, current }) => (
              <li key={id} className="me-session">
                <span>
                  {deviceName(device)}
                  <br />
                  <small className="mute">
                    {t('sessions.times', { since: dateTime(createdAt), last: dateTime(lastUsedAt) })}
                  </small>
                </span>
                <span className="end">
                  {current ? (
                    <Tag c="met">{t('sessions.here')}</Tag>
                  ) : (
                    <Button size="small" onClick={() => end.mutate({ id })}>
                      {t('sessions.end')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
};
