import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { PhoneLink } from '../../consults/Phones.tsx';
import { duration } from '../../lib/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Note } from '../../ui/Note.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { oxygenOf } from './oxygen.ts';

const Risks = ({ referral: { sheet } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { risks = [], riskNote } = sheet.transport ?? {};
  if (risks.length === 0 && !riskNote) return null;
  return (
    <Note c="unmet" icon={TriangleAlert}>
      <b>{t('page.road.risks')}</b>{' '}
      <span className="risks">
        {risks.map((risk) => (
          <Tag key={risk} c="unmet" look="line">
            {t(`page.risk.${risk}`)}
          </Tag>
        ))}
      </span>{' '}
      {riskNote}
    </Note>
  );
};

/** 途中: the risk first, then oxygen, car and company. */
export const RoadFacts = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const { transport: road, companion } = referral.sheet;
  const oxygen = oxygenOf(referral);
  const short = oxygen.state === 'short';
  const car = [road?.mode && t(`page.mode.${road.mode}`), road?.plate].filter(Boolean).join(' ');
  const facts: [string, ReactNode][] = [
    [t('page.road.car'), car || null],
    [t('page.road.escort'), road?.escort ?? null],
    ...(road?.routeMinutes === undefined
      ? []
      : [[t('page.road.time'), duration(road.routeMinutes * 60_000)] as [string, ReactNode]]),
    [
      t('page.road.oxygen'),
      <span key="oxygen" data-c={short ? 'unmet' : undefined} className={short ? 'doubted' : undefined}>
        {t(`page.oxygen.${oxygen.state}`, { ...oxygen })}
      </span>,
    ],
    ...(road?.instructions ? [[t('page.road.instructions'), road.instructions] as [string, ReactNode]] : []),
    ...(companion
      ? [
          [
            t('page.road.companion'),
            <PhoneLink key="c" number={companion.phone} label={[companion.name, companion.relation].filter(Boolean).join(' ')} />,
          ] as [string, ReactNode],
        ]
      : []),
  ];
  if (!road && !companion) return null;
  return (
    <section className="stack sheet-part">
      <h3>{t('page.road.title')}</h3>
      <Risks referral={referral} />
      <Facts items={facts} />
    </section>
  );
};
