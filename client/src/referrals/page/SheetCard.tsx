import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Referral } from '../../../../contract/referrals.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { MaternalFacts } from './MaternalFacts.tsx';
import { Owing } from './Owing.tsx';
import { PrintButton } from './PrintButton.tsx';
import { RoadFacts } from './RoadFacts.tsx';
import { Story } from './Story.tsx';
import { VitalStrip } from './VitalStrip.tsx';

const HomePlan = ({ plan }: { plan: Referral['sheet']['homePlan'] }) => {
  const { t } = useTranslation('referrals');
  if (!plan) return null;
  const { followUpAt, ...texts } = plan;
  const facts = (['rehabilitation', 'medication', 'followUp'] as const).map(
    (key) => [t(`page.home.${key}`), texts[key]] as const,
  );
  return (
    <section className="stack sheet-part">
      <h3>{t('page.home.title')}</h3>
      <Facts items={[...facts, [t('page.home.followUpAt'), followUpAt] as const].filter(([, value]) => value)} />
    </section>
  );
};

/** 转诊单 as it is read at the other end: what is owed and the signs first, then the story, then the road. */
export const SheetCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { sheet, editable, consultId, id } = referral;
  const acts = (
    <span className="row">
      <PrintButton id={id} />
      {editable && (
        <ButtonLink size="small" to={`/referrals/${id}/edit`}>
          {t('page.edit')}
        </ButtonLink>
      )}
    </span>
  );
  return (
    <Card title={t('page.sheet')} aside={acts} className="ref-sheet">
      <div className="stack">
        <Owing referral={referral} />
        <VitalStrip referral={referral} />
        <Story referral={referral} />
        {consultId && (
          <p>
            <Link to={`/consults/${consultId}`}>{t('page.consult')}</Link>
          </p>
        )}
        <MaternalFacts sheet={sheet} />
        <RoadFacts referral={referral} />
        <HomePlan plan={sheet.homePlan} />
      </div>
    </Card>
  );
};
