import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Received {
  frames: number;
  packets: number;
  energy: number;
}

/** How many connections the page has made so far. */
export const connections = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { peers: RTCPeerConnection[] }).peers.length);

/** What the page has decoded over its connections from number `since` on. */
const received = (page: Page, since: number): Promise<Received> =>
  page.evaluate(async (from) => {
    const { peers } = window as unknown as { peers: RTCPeerConnection[] };
    const sum = { frames: 0, packets: 0, energy: 0 };
    for (const peer of peers.slice(from)) {
      for (const report of (await peer.getStats()).values()) {
        if (report.type !== 'inbound-rtp') continue;
        sum.frames += report.framesDecoded ?? 0;
        sum.packets += report.kind === 'audio' ? report.packetsReceived : 0;
        sum.energy += report.totalAudioEnergy ?? 0;
      }
    }
    return sum;
  }, since);

/** The far picture moves and the far voice is heard: decoded frames, packets and energy all grow from here on. */
export const expectToSeeAndHear = async (page: Page, since = 0): Promise<void> => {
  const before = await received(page, since);
  const growth = async () => {
    const now = await received(page, since);
    return {
      frames: now.frames > before.frames + 5,
      packets: now.packets > before.packets + 20,
      energy: now.energy > before.energy,
    };
  };
  await expect.poll(growth, { timeout: 25_000, interval: 250 }).toEqual({ frames: true, packets: true, energy: true });
};
