-- Nobody sits in a room while the server is being upgraded.
DELETE FROM "seat";

-- CreateEnum
CREATE TYPE "CallRole" AS ENUM ('requester', 'consultant', 'other');

-- AlterTable
ALTER TABLE "seat" ADD COLUMN     "hospital_id" UUID NOT NULL,
ADD COLUMN     "role" "CallRole" NOT NULL;

-- The unique index begins with the same columns.
DROP INDEX "seat_kind_subject_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "seat_kind_subject_id_person_id_device_key" ON "seat"("kind", "subject_id", "person_id", "device");
