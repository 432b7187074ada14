import type { Page } from 'playwright-core';

/** A drawn, clearly labelled stand-in for a photographed ECG. */
export const ecgPhoto = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 1280, height: 800 });
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff4f2';
    pen.fillRect(0, 0, 1280, 800);
    pen.strokeStyle = '#f3c4bd';
    for (let at = 0; at < 1280; at += 20) pen.strokeRect(at, -1, 20, 802);
    for (let at = 0; at < 800; at += 20) pen.strokeRect(-1, at, 1282, 20);
    pen.strokeStyle = '#222';
    pen.lineWidth = 2;
    for (const row of [200, 400, 600]) {
      pen.beginPath();
      for (let x = 0; x < 1280; x += 2)
        pen.lineTo(x, row - 90 * Math.exp(-(((x % 160) - 60) ** 2) / 20) - 25 * Math.sin(x / 25) ** 8);
      pen.stroke();
    }
    pen.fillStyle = '#222';
    pen.font = '28px sans-serif';
    pen.fillText('演示心电图 DEMO ECG', 40, 60);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.from(base64, 'base64');
};
