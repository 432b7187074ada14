-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('passport', 'hkMacao', 'taiwan', 'newbornOf');

-- DropIndex
DROP INDEX "patient_hospital_id_id_number_index_idx";

-- DropIndex
DROP INDEX "patient_hospital_id_name_index_idx";

-- AlterTable
ALTER TABLE "patient" ADD COLUMN     "birth_order" SMALLINT,
ADD COLUMN     "document_cipher" BYTEA,
ADD COLUMN     "document_index" BYTEA,
ADD COLUMN     "document_kind" "DocumentKind",
ADD COLUMN     "identity_id" UUID;

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL,
    "document_index" BYTEA,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_merge" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "keep_id" UUID NOT NULL,
    "drop_id" UUID NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_reason" VARCHAR(500),
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_merge_pkey" PRIMARY KEY ("id")
);

-- One identity for each identity number, whatever hospitals know it; whoever has none is their own, under the record's id.
INSERT INTO "identity" ("id", "document_index", "created_at")
SELECT gen_random_uuid(), "id_number_index", min("created_at") FROM "patient" WHERE "id_number_index" IS NOT NULL GROUP BY "id_number_index";
INSERT INTO "identity" ("id", "created_at") SELECT "id", "created_at" FROM "patient" WHERE "id_number_index" IS NULL;
UPDATE "patient" SET "identity_id" = "identity"."id" FROM "identity" WHERE "identity"."document_index" = "patient"."id_number_index";
UPDATE "patient" SET "identity_id" = "id" WHERE "id_number_index" IS NULL;
ALTER TABLE "patient" ALTER COLUMN "identity_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "identity_document_index_key" ON "identity"("document_index");

-- CreateIndex
CREATE INDEX "identity_merged_into_id_idx" ON "identity"("merged_into_id");

-- CreateIndex
CREATE INDEX "identity_merge_drop_id_idx" ON "identity_merge"("drop_id");

-- CreateIndex
CREATE INDEX "consult_patient_id_idx" ON "consult"("patient_id");

-- CreateIndex
CREATE INDEX "patient_identity_id_idx" ON "patient"("identity_id");

-- CreateIndex
CREATE INDEX "patient_id_number_index_idx" ON "patient"("id_number_index");

-- CreateIndex
CREATE INDEX "patient_document_index_idx" ON "patient"("document_index");

-- CreateIndex
CREATE INDEX "patient_name_index_idx" ON "patient"("name_index");

-- CreateIndex
CREATE INDEX "patient_phone_index_idx" ON "patient"("phone_index");

-- CreateIndex
CREATE INDEX "patient_visit_no_idx" ON "patient"("visit_no");

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "identity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "identity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
