-- CreateEnum
CREATE TYPE "BedState" AS ENUM ('free', 'occupied', 'cleaning', 'closed');

-- CreateEnum
CREATE TYPE "HoldStatus" AS ENUM ('held', 'used', 'released');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('up', 'down', 'lateral');

-- CreateEnum
CREATE TYPE "Lane" AS ENUM ('green', 'elective');

-- CreateEnum
CREATE TYPE "ReferralStatus" AS ENUM ('draft', 'internalReview', 'returned', 'submitted', 'received', 'rejected', 'accepted', 'arranged', 'departed', 'arrived', 'treated', 'discharged', 'summaryReturned', 'downOffered', 'followedUp', 'noShow', 'diverted', 'closed', 'closedNegotiated', 'cancelled', 'expired', 'diedEnRoute', 'givenUp', 'turnedBack');

-- CreateEnum
CREATE TYPE "OfferStatus" AS ENUM ('offered', 'accepted', 'rejected', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "InfoStatus" AS ENUM ('open', 'answered', 'withdrawn');

-- CreateEnum
CREATE TYPE "TransportStatus" AS ENUM ('planned', 'ready', 'onRoad', 'over');

-- CreateEnum
CREATE TYPE "BackfillStatus" AS ENUM ('owed', 'done');

-- AlterTable
ALTER TABLE "agreement" ADD COLUMN     "referral_limits" JSONB;

-- CreateTable
CREATE TABLE "bed" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "label" VARCHAR(20) NOT NULL,
    "state" "BedState" NOT NULL,
    "free_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "bed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bed_hold" (
    "id" UUID NOT NULL,
    "bed_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "status" "HoldStatus" NOT NULL DEFAULT 'held',
    "until" TIMESTAMPTZ(3) NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "bed_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broken_glass" (
    "id" UUID NOT NULL,
    "subject_kind" VARCHAR(40) NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "broken_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "broken_glass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "referral_no" VARCHAR(20) NOT NULL,
    "direction" "Direction" NOT NULL,
    "lane" "Lane" NOT NULL,
    "urgency" "Urgency" NOT NULL,
    "status" "ReferralStatus" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "patient_id" UUID NOT NULL,
    "consult_id" UUID,
    "origin_id" UUID,
    "refiled_from_id" UUID,
    "from_hospital_id" UUID NOT NULL,
    "from_department_id" UUID NOT NULL,
    "referrer_id" UUID NOT NULL,
    "to_hospital_id" UUID,
    "to_department_id" UUID,
    "outside" JSONB,
    "dx_name" VARCHAR(200),
    "dx_code" VARCHAR(20),
    "reasons" TEXT[],
    "sheet_cipher" BYTEA NOT NULL,
    "limits" JSONB NOT NULL DEFAULT '{}',
    "owner_hospital_id" UUID,
    "owner_department_id" UUID,
    "owner_person_id" UUID,
    "clock_name" VARCHAR(20),
    "clock_started_at" TIMESTAMPTZ(3),
    "clock_due_at" TIMESTAMPTZ(3),
    "taken_over" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "expected_at" TIMESTAMPTZ(3),
    "attending" VARCHAR(60),
    "place" VARCHAR(200),
    "message" VARCHAR(1000),
    "code" VARCHAR(20),
    "departed_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "arrived_by" VARCHAR(10),
    "arrival_evidence" VARCHAR(500),
    "admitted_at" TIMESTAMPTZ(3),
    "admission_way" VARCHAR(20),
    "admission_ward" VARCHAR(60),
    "discharged_at" TIMESTAMPTZ(3),
    "summary_at" TIMESTAMPTZ(3),
    "transport_status" "TransportStatus" NOT NULL DEFAULT 'planned',
    "ready_at" TIMESTAMPTZ(3),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "position_at" TIMESTAMPTZ(3),
    "backfill_status" "BackfillStatus",
    "backfill_due_at" TIMESTAMPTZ(3),
    "backfilled_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "note" VARCHAR(500),
    "ended_at" TIMESTAMPTZ(3),
    "sight_until" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_offer" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "hospital_id" UUID,
    "department_id" UUID,
    "outside" JSONB,
    "agreement_id" UUID,
    "status" "OfferStatus" NOT NULL DEFAULT 'offered',
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "reason" VARCHAR(2),
    "note" VARCHAR(500),

    CONSTRAINT "referral_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_info" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "status" "InfoStatus" NOT NULL DEFAULT 'open',
    "question" VARCHAR(500) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" VARCHAR(2000),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_info_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_step" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "referral_id" UUID NOT NULL,
    "verb" VARCHAR(20) NOT NULL,
    "status" "ReferralStatus" NOT NULL,
    "person_id" UUID,
    "hospital_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(500),

    CONSTRAINT "referral_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_summary" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "signer_id" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_title" TEXT NOT NULL,
    "hospital" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "referral_summary_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bed_hospital_id_idx" ON "bed"("hospital_id");

-- CreateIndex
CREATE UNIQUE INDEX "bed_department_id_label_key" ON "bed"("department_id", "label");

-- CreateIndex
CREATE INDEX "bed_hold_bed_id_idx" ON "bed_hold"("bed_id");

-- CreateIndex
CREATE INDEX "bed_hold_referral_id_idx" ON "bed_hold"("referral_id");

-- CreateIndex
CREATE INDEX "broken_glass_subject_id_person_id_idx" ON "broken_glass"("subject_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_referral_no_key" ON "referral"("referral_no");

-- CreateIndex
CREATE INDEX "referral_owner_hospital_id_clock_due_at_id_idx" ON "referral"("owner_hospital_id", "clock_due_at", "id");

-- CreateIndex
CREATE INDEX "referral_from_hospital_id_created_at_id_idx" ON "referral"("from_hospital_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "referral_to_hospital_id_created_at_id_idx" ON "referral"("to_hospital_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "referral_submitted_at_id_idx" ON "referral"("submitted_at", "id");

-- CreateIndex
CREATE INDEX "referral_patient_id_idx" ON "referral"("patient_id");

-- CreateIndex
CREATE INDEX "referral_consult_id_idx" ON "referral"("consult_id");

-- CreateIndex
CREATE INDEX "referral_origin_id_idx" ON "referral"("origin_id");

-- CreateIndex
CREATE INDEX "referral_offer_referral_id_idx" ON "referral_offer"("referral_id");

-- CreateIndex
CREATE INDEX "referral_offer_hospital_id_status_idx" ON "referral_offer"("hospital_id", "status");

-- CreateIndex
CREATE INDEX "referral_offer_offered_at_idx" ON "referral_offer"("offered_at");

-- CreateIndex
CREATE INDEX "referral_info_referral_id_idx" ON "referral_info"("referral_id");

-- CreateIndex
CREATE INDEX "referral_step_referral_id_seq_idx" ON "referral_step"("referral_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "referral_summary_referral_id_key" ON "referral_summary"("referral_id");

-- AddForeignKey
ALTER TABLE "bed_hold" ADD CONSTRAINT "bed_hold_bed_id_fkey" FOREIGN KEY ("bed_id") REFERENCES "bed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_hold" ADD CONSTRAINT "bed_hold_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_offer" ADD CONSTRAINT "referral_offer_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_info" ADD CONSTRAINT "referral_info_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_step" ADD CONSTRAINT "referral_step_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_summary" ADD CONSTRAINT "referral_summary_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Six digits of a referral number; it begins again after a million.
CREATE SEQUENCE "referral_no_seq" MAXVALUE 999999 CYCLE;

-- An owner at every step: exactly one while it is open, none once it is over.
ALTER TABLE "referral" ADD CONSTRAINT "referral_has_one_owner" CHECK (("owner_hospital_id" IS NULL) = ("ended_at" IS NOT NULL));
ALTER TABLE "referral" ADD CONSTRAINT "referral_ended_when_over" CHECK (
  ("ended_at" IS NOT NULL) = ("status" IN ('closed', 'closedNegotiated', 'cancelled', 'expired', 'diedEnRoute', 'givenUp', 'turnedBack'))
);

-- One hospital has accepted, or none.
CREATE UNIQUE INDEX "referral_offer_one_accepted" ON "referral_offer" ("referral_id") WHERE "status" = 'accepted';
-- A bed is kept for one patient at a time, and a patient keeps one bed.
CREATE UNIQUE INDEX "bed_hold_one_per_bed" ON "bed_hold" ("bed_id") WHERE "status" = 'held';
CREATE UNIQUE INDEX "bed_hold_one_per_referral" ON "bed_hold" ("referral_id") WHERE "status" = 'held';
-- Boards and badges read what is open; a history of a million does not slow them.
CREATE INDEX "referral_open" ON "referral" ("clock_due_at", "id") WHERE "ended_at" IS NULL;

CREATE TRIGGER "referral_summary_no_change" BEFORE UPDATE OR DELETE ON "referral_summary" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "referral_summary_no_truncate" BEFORE TRUNCATE ON "referral_summary" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "referral_step_no_change" BEFORE UPDATE OR DELETE ON "referral_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "referral_step_no_truncate" BEFORE TRUNCATE ON "referral_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
