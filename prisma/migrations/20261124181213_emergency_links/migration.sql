-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('ecg', 'other');

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "kind" "AttachmentKind" NOT NULL DEFAULT 'other';

-- AlterTable
ALTER TABLE "consult" ADD COLUMN     "emergency_id" UUID;

-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "emergency_id" UUID;

-- CreateIndex
CREATE INDEX "consult_emergency_id_idx" ON "consult"("emergency_id");

-- CreateIndex
CREATE INDEX "referral_emergency_id_idx" ON "referral"("emergency_id");

-- AddForeignKey
ALTER TABLE "consult" ADD CONSTRAINT "consult_emergency_id_fkey" FOREIGN KEY ("emergency_id") REFERENCES "emergency_case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_emergency_id_fkey" FOREIGN KEY ("emergency_id") REFERENCES "emergency_case"("id") ON DELETE SET NULL ON UPDATE CASCADE;
