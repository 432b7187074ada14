import { type CallRef, callEvents } from '../../contract/calls.ts';
import { refuse } from '../../contract/refusal.ts';
import type { LiveSession } from '../edge/ctx.ts';
import type { Notices, Notify, SeatFace } from '../media/notices.ts';
import type { Seat } from '../media/seat.ts';

const seatView = ({ seat, about, sources }: SeatFace) => ({ seat, ...about, sources });

/** A media notice as the event that the browser hears. The schema is the filter, as at every other door. */
const tell = <N extends keyof Notices>(session: LiveSession, name: N, notice: Notices[N]): void => {
  const event = `call.${name}` as const;
  const payload = name === 'seatTaken' ? { seat: seatView(notice as SeatFace) } : notice;
  session.send(event, callEvents[event].parse(payload) as never);
};

/** One socket, and the one seat that it borrows. */
export interface Line {
  notify: Notify;
  seat: Seat | null;
  /** How the seat was asked for, to be given back when its owner leaves. */
  exit: (CallRef & { device: string }) | null;
  gone: boolean;
}

/** A cut line (signed out, deactivated) ends its seat at once; a lost one leaves it for a lease. */
const hangUp = (line: Line, cut: boolean): void => {
  line.gone = true;
  if (cut) line.seat?.close();
  else line.seat?.release(line.notify);
};

const open = (session: LiveSession): Line => {
  const line: Line = {
    notify(name, notice) {
      if (name === 'ended') line.seat = null;
      tell(session, name, notice);
    },
    seat: null,
    exit: null,
    gone: false,
  };
  session.onClose((cut) => hangUp(line, cut));
  return line;
};

export const openLines = (): ((session: LiveSession) => Line) => {
  const lines = new WeakMap<LiveSession, Line>();
  return (session) => {
    const line = lines.get(session) ?? open(session);
    lines.set(session, line);
    return line;
  };
};

/** Refuses `conflict` when this socket holds no seat. */
export const seatOf = (line: Line): Seat => line.seat ?? refuse('conflict', 'call.noSeat', 'Join the room first');

/** The seat is this line's from now on; one that it held in another room is given up. */
export const hold = (line: Line, seat: Seat): void => {
  if (line.seat !== seat) line.seat?.close();
  line.seat = seat;
  if (line.gone) seat.release(line.notify);
};

export { seatView };
