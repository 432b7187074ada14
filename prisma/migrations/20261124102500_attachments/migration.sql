-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "subject_kind" VARCHAR(20) NOT NULL,
    "subject_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "name_cipher" BYTEA NOT NULL,
    "caption_cipher" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mime" VARCHAR(40),
    "sha256" BYTEA,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_subject_kind_subject_id_idx" ON "attachment"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "attachment_added_by_id_kept_at_idx" ON "attachment"("added_by_id", "kept_at");
