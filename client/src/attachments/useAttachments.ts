import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AttachmentSubject } from '../../../contract/attachments.ts';
import { useEvent } from '../lib/socket.ts';
import { attachments } from './api.ts';

/** The files of one subject, live: fetched again when somebody has added one or taken one back. */
export const useAttachments = (subject: AttachmentSubject) => {
  const cache = useQueryClient();
  const query = attachments.list.query(subject);
  useEvent('attachments.changed', ({ kind, id }) => {
    if (kind === subject.kind && id === subject.id) void cache.invalidateQueries({ queryKey: query.queryKey });
  });
  return useQuery(query);
};
