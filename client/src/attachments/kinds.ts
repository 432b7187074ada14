import { FileImage, FileText, FileVideo, type LucideIcon, ScanLine } from 'lucide-react';
import type { AttachmentMime } from '../../../contract/attachments.ts';

interface Kind {
  icon: LucideIcon;
  /** How the page shows it; what it cannot show it hands over to other programs. */
  shown: 'picture' | 'pdf' | 'video' | 'not';
}

export const KINDS: Record<AttachmentMime, Kind> = {
  'image/jpeg': { icon: FileImage, shown: 'picture' },
  'image/png': { icon: FileImage, shown: 'picture' },
  'image/webp': { icon: FileImage, shown: 'picture' },
  'application/pdf': { icon: FileText, shown: 'pdf' },
  'video/mp4': { icon: FileVideo, shown: 'video' },
  'application/dicom': { icon: ScanLine, shown: 'not' },
};

/** For the file dialog; DICOM files often have no ending at all. */
export const ACCEPTED =
  '.jpg,.jpeg,.png,.webp,.pdf,.mp4,.dcm,.dicom,image/jpeg,image/png,image/webp,application/pdf,video/mp4,application/dicom';
