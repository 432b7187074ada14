import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTalking } from '../lib/inCall.ts';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Announcer } from './Announcer.tsx';
import { Banners } from './Banners.tsx';
import { Controls } from './Controls.tsx';
import { DeviceChoices } from './DeviceChoices.tsx';
import { RoomBar } from './RoomBar.tsx';
import { useReturn } from './returning.ts';
import { useRoomCase } from './roomCase.ts';
import { SidePanel } from './SidePanel.tsx';
import { Sounds } from './Sounds.tsx';
import { Stage } from './Stage.tsx';
import { Troubles } from './TroubleNote.tsx';
import { useCall } from './useCall.ts';
import { useRoomView } from './view.ts';
import './LiveRoom.css';

const DeviceSheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('calls');
  return (
    <Sheet title={t('devices.title')} onClose={onClose}>
      <div className="stack">
        <Troubles />
        <DeviceChoices />
      </div>
    </Sheet>
  );
};

const LeaveSheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['calls', 'common']);
  const { signs } = useRoomCase();
  const { call } = useCall();
  const actions = (
    <>
      <Button onClick={onClose}>{t('leave.stay')}</Button>
      <Button look="danger" onClick={() => void call.leave()}>
        {t('leave.confirm')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('leave.title')} onClose={onClose} actions={actions}>
      <p>{t(signs ? 'leave.unsigned' : 'leave.text')}</p>
    </Sheet>
  );
};

/** A reader's focus begins at the case when the door opens. */
const useArrivalFocus = () => {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => room.current?.querySelector('h1')?.focus(), []);
  return room;
};

/** Inside: faces or the picture talked about, the case beside it, everything one does in thumb reach. */
export const LiveRoom = () => {
  const { call } = useRoomCase();
  const view = useRoomView();
  const room = useArrivalFocus();
  useTalking();
  useReturn(call);
  const [open, setOpen] = useState<'devices' | 'leave' | null>(null);
  return (
    <div ref={room} className="live" data-tab={view.tab}>
      <RoomBar />
      <SidePanel view={view} />
      <main className="live-main">
        <Banners view={view} />
        <Stage focus={view.focus} onClosePhoto={() => view.setPhoto(null)} />
        <Sounds />
      </main>
      <Controls view={view} onDevices={() => setOpen('devices')} onLeave={() => setOpen('leave')} />
      <Announcer />
      {open === 'devices' && <DeviceSheet onClose={() => setOpen(null)} />}
      {open === 'leave' && <LeaveSheet onClose={() => setOpen(null)} />}
    </div>
  );
};
