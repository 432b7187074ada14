import type { AttachmentView } from '../../../contract/attachments.ts';

const at = ({ addedAt }: Pick<AttachmentView, 'addedAt'>): number => Date.parse(addedAt);

/** What a picture is held against at first: of its own kind, an ECG against an ECG, the last one before it, or the first after it. */
export const earlierOf = (file: AttachmentView, others: readonly AttachmentView[]): AttachmentView => {
  const alike = others.filter(({ kind }) => kind === file.kind);
  const ordered = (alike.length > 0 ? alike : others).toSorted((one, other) => at(one) - at(other));
  return ordered.findLast((other) => at(other) <= at(file)) ?? ordered[0]!;
};

export const inOrder = (one: AttachmentView, other: AttachmentView): [AttachmentView, AttachmentView] =>
  at(one) <= at(other) ? [one, other] : [other, one];
