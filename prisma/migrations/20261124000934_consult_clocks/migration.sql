-- AlterTable
ALTER TABLE "consult" ADD COLUMN     "clock_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "clock_name" VARCHAR(20),
ADD COLUMN     "clock_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "decline_reason" VARCHAR(20);

-- AlterTable
ALTER TABLE "reference_set" ADD COLUMN     "approver" TEXT;
