import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/auth.ts';
import { Card } from '../ui/Card.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Tag } from '../ui/Tag.tsx';

/** Who the hospital says I am; only the hospital's administrator changes it. */
export const ProfileCard = ({ me }: { me: Me }) => {
  const { t } = useTranslation(['me', 'common']);
  return (
    <Card title={me.name} note={me.title}>
      <Facts items={[[t('account'), me.account]]} />
      <h3 className="me-places">{t('places')}</h3>
      {me.memberships.map(({ hospital, department, roles }) => (
        <div key={`${hospital.id}${department?.id}`} className="me-place">
          <span>
            <b>{hospital.name}</b> {department?.name}
          </span>
          <span className="row">
            {roles.map((role) => (
              <Tag key={role} c="shan">
                {t(`common:roles.${role}`)}
              </Tag>
            ))}
          </span>
        </div>
      ))}
      <small className="mute">{t('placesNote')}</small>
    </Card>
  );
};
