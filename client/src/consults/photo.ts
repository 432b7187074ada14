import { PHOTO_MAX_BYTES } from '../../../contract/records.ts';

/** Long side in pixels: an ECG at 25 mm/s stays readable, and it crosses a county line in seconds. */
const LONG_SIDE = 1600;
const QUALITIES = [0.85, 0.7, 0.5] as const;

const draw = (bitmap: ImageBitmap): HTMLCanvasElement => {
  const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  // A screenshot with transparency would turn black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', quality);
  });

/** A camera's picture as a JPEG of at most 1600 px; drawing it anew drops place and device data too. Throws when it is no picture. */
export const compressed = async (file: Blob): Promise<Blob> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = draw(bitmap);
  bitmap.close();
  let smallest = await jpeg(canvas, QUALITIES[0]);
  for (const quality of QUALITIES.slice(1)) {
    if (smallest.size <= PHOTO_MAX_BYTES) break;
    smallest = await jpeg(canvas, quality);
  }
  return smallest;
};
