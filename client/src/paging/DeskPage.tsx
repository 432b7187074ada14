import { BellRing, Moon, Sun, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesOf } from '../app/nav.ts';
import { useNow } from '../lib/clock.ts';
import { dateWithWeekday, timeWithSeconds } from '../lib/format.ts';
import { useMe } from '../lib/session.ts';
import { useConnected } from '../lib/socket.ts';
import { RungTasks } from '../tasks/RungTasks.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Note } from '../ui/Note.tsx';
import { Tag } from '../ui/Tag.tsx';
import { useAlarm } from './alert.ts';
import { DeskCase } from './DeskCase.tsx';
import { DeskEmergency } from './DeskEmergency.tsx';
import { DeskReferral } from './DeskReferral.tsx';
import { Faster } from './Faster.tsx';
import type { Overtaken } from './overtaken.ts';
import { startRing, unlockSound, useSoundOn } from './sound.ts';
import { useRinging } from './useRinging.ts';
import { useRingingCases } from './useRingingCases.ts';
import { useWakeLock } from './useWakeLock.ts';
import './DeskPage.css';

const TEST_S = 2;

/** Whether this desk would wake anybody: sound, screen, line. */
const Readiness = () => {
  const { t } = useTranslation('paging');
  const [sound, awake, line] = [useSoundOn(), useWakeLock(), useConnected()];
  const test = () => {
    unlockSound();
    startRing(TEST_S, false);
  };
  return (
    <div className="row">
      <Tag c={sound ? 'met' : 'stat'} icon={sound ? Volume2 : VolumeX} look={sound ? 'tint' : 'solid'}>
        {t(sound ? 'sound.on' : 'sound.off')}
      </Tag>
      <Tag c={awake ? 'met' : 'urgent'} icon={awake ? Sun : Moon}>
        {t(awake ? 'awake.on' : 'awake.off')}
      </Tag>
      <Tag c={line ? 'met' : 'stat'} look={line ? 'tint' : 'solid'}>
        {t(line ? 'line.on' : 'line.off')}
      </Tag>
      <Button icon={BellRing} look={sound ? 'plain' : 'primary'} onClick={test}>
        {t(sound ? 'testRing' : 'turnOn')}
      </Button>
    </div>
  );
};

const Wall = () => {
  const { t } = useTranslation('paging');
  const now = useNow();
  const hospitals = useMe().memberships.filter(({ roles }) => roles.includes('coordinator'));
  return (
    <header className="desk-head">
      <div>
        <h1>{t('deskTitle')}</h1>
        <span className="mute">{hospitals.map(({ hospital }) => hospital.name).join(t('consults:comma'))}</span>
      </div>
      <time className="desk-clock">
        {timeWithSeconds(now)}
        <small className="mute">{dateWithWeekday(now)}</small>
      </time>
    </header>
  );
};

/** Teams that are called, consults that nobody has answered and referrals that ring the desk, most pressing first. */
const Cases = () => {
  const { t } = useTranslation('paging');
  const { cases, pending, error } = useRingingCases();
  const rings = useRinging();
  const [by, setBy] = useState<Overtaken | null>(null);
  const mine = new Set(rings.map(({ id }) => id));
  const called = rings.filter((ring) => ring.kind === 'emergency');
  const coming = rings.filter((ring) => ring.kind === 'referral');
  useAlarm(rings.find(({ loud }) => loud)?.urgency ?? null);
  const lines = [
    ...cases.map((consult) => ({
      due: consult.clock?.dueAt ?? '',
      line: <DeskCase key={consult.id} consult={consult} forDesk={mine.has(consult.id)} />,
    })),
    ...called.map((ring, at) => ({
      due: '',
      line: <DeskEmergency key={ring.pageId} ring={ring} hot={at === 0} onOvertaken={setBy} />,
    })),
    ...coming.map((ring) => ({ due: ring.dueAt, line: <DeskReferral key={ring.pageId} ring={ring} onOvertaken={setBy} /> })),
  ];
  if (lines.length === 0 && pending) return <Loading />;
  if (lines.length === 0 && error) return <Failed error={error} />;
  return (
    <>
      {by && <Faster by={by} onClose={() => setBy(null)} />}
      {lines.length === 0 && <Empty title={t('quiet')}>{t('quietText')}</Empty>}
      <ol>{lines.sort((a, b) => a.due.localeCompare(b.due)).map(({ line }) => line)}</ol>
    </>
  );
};

/** The 24 h center's page: rings aloud for the hospital, stays awake, and says whether it can. */
export const Page = () => {
  const { t } = useTranslation(['paging', 'consults']);
  const sound = useSoundOn();
  if (!rolesOf(useMe()).has('coordinator')) return <Empty title={t('deskOnly')}>{t('deskOnlyText')}</Empty>;
  return (
    <>
      <Wall />
      <Readiness />
      {!sound && (
        <Note c="stat" icon={VolumeX}>
          {t('sound.why')}
        </Note>
      )}
      <Card title={t('ringingNow')} flush>
        <Cases />
      </Card>
      <RungTasks />
    </>
  );
};
