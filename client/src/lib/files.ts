import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetched } from './http.ts';
import { withToken } from './refresh.ts';

/** Streams one file up; `path` begins with `/api`. */
export const sendFile = async <T>(path: string, file: Blob): Promise<T> => {
  const idempotencyKey = crypto.randomUUID();
  const reply = await withToken(() => fetched({ method: 'PUT', path, body: file, idempotencyKey }));
  return (await reply.json()) as T;
};

/** Longer than any list takes to be written; whoever has had enough leaves the page. */
const WRITING_MS = 30 * 60_000;

/** Fetches a file behind the token and hands it to the browser to keep under this name; `input` stands in no address. */
export const saveFile = async (path: string, name: string, input?: object): Promise<void> => {
  const reply = await withToken(() => fetched({ method: 'GET', path, patienceMs: WRITING_MS, ...(input && { input }) }));
  const url = URL.createObjectURL(await reply.blob());
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};

/** A tab has taken what it shows by then. */
const SHOWN_MS = 60_000;

/**
 * Shows a file behind the token in a tab of its own, from where it is printed; where no tab may be opened it is saved under
 * this name. To be called by the press itself: later the browser takes a new tab for an advertisement.
 */
export const openFile = async (path: string, name: string): Promise<void> => {
  const tab = window.open('', '_blank');
  if (!tab) return saveFile(path, name);
  try {
    const reply = await withToken(() => fetched({ method: 'GET', path, patienceMs: WRITING_MS }));
    const url = URL.createObjectURL(await reply.blob());
    tab.location.replace(url);
    setTimeout(() => URL.revokeObjectURL(url), SHOWN_MS);
  } catch (error) {
    tab.close();
    throw error;
  }
};

/** A county line at its worst: 200 kbps. */
const BYTES_PER_MS = 25;
const SMALL_BYTES = 500_000;

/** A file behind the token as a `blob:` address, revoked when it is no longer shown. `bytes`: how large, where it may be large. */
export const usePicture = (path: string, bytes = SMALL_BYTES): { url: string | null; failed: boolean } => {
  const { data, isError } = useQuery({
    queryKey: ['files', path],
    queryFn: async () => {
      const patienceMs = Math.max(SMALL_BYTES, bytes) / BYTES_PER_MS;
      return (await withToken(() => fetched({ method: 'GET', path, patienceMs }))).blob();
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { url, failed: isError };
};
