import { Activity, CircleCheck, Clock, FlaskConical, type LucideIcon, ScanLine, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstrumentKind, InstrumentView } from '../../../contract/instruments.ts';
import { dateTime } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Tag } from '../ui/Tag.tsx';
import { CheckSheet } from './CheckSheet.tsx';
import type { Register } from './useInstruments.ts';
import { useOffsetWord } from './words.ts';

const ICONS: Readonly<Record<InstrumentKind, LucideIcon>> = {
  ecg: Activity,
  laboratory: FlaskConical,
  ct: ScanLine,
  other: Clock,
};

const RetireSheet = ({ of, register, onClose }: { of: InstrumentView; register: Register; onClose: () => void }) => {
  const { t } = useTranslation(['instruments', 'common']);
  const retire = () => void register.retire(of).then(onClose, () => undefined);
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="danger" busy={register.busy} onClick={retire}>
        {t('retire.send')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('retire.title', { name: of.name })} onClose={onClose} actions={actions}>
      <p>{t('retire.means')}</p>
    </Sheet>
  );
};

interface Props {
  of: InstrumentView;
  register: Register;
  editable: boolean;
}

/** One instrument: how far it is off, who said so, and whether that was today. */
export const InstrumentCard = ({ of, register, editable }: Props) => {
  const { t } = useTranslation('instruments');
  const offsetWord = useOffsetWord();
  const [open, setOpen] = useState<'check' | 'retire' | null>(null);
  const Icon = ICONS[of.kind];
  const close = () => setOpen(null);
  return (
    <li className="card instrument">
      <Icon aria-hidden size={22} />
      <div>
        <b>{of.name}</b>
        <small className="mute">{t(`kind.${of.kind}`)}</small>
      </div>
      <Tag c={of.dueToday ? 'urgent' : 'met'} icon={of.dueToday ? TriangleAlert : CircleCheck}>
        {t(of.dueToday ? 'due' : 'checked')}
      </Tag>
      <p className="instrument-last">
        <b className="num">{of.last ? offsetWord(of.last.offsetMs) : t('never')}</b>
        {of.last && <small className="mute num">{t('last', { name: of.last.by.name, at: dateTime(of.last.at) })}</small>}
      </p>
      <div className="row instrument-acts">
        <Button look={of.dueToday ? 'primary' : 'plain'} onClick={() => setOpen('check')}>
          {t('check.open')}
        </Button>
        {editable && (
          <Button look="text" onClick={() => setOpen('retire')}>
            {t('retire.open')}
          </Button>
        )}
      </div>
      {open === 'check' && <CheckSheet of={of} register={register} onClose={close} />}
      {open === 'retire' && <RetireSheet of={of} register={register} onClose={close} />}
    </li>
  );
};
