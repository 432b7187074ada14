-- CreateEnum
CREATE TYPE "Center" AS ENUM ('chestPain', 'stroke', 'trauma', 'maternal', 'newborn');

-- CreateEnum
CREATE TYPE "EmergencyStatus" AS ENUM ('active', 'stoodDown', 'closed', 'reviewed');

-- CreateEnum
CREATE TYPE "EmergencyOutcome" AS ENUM ('admitted', 'transferred', 'discharged', 'died', 'selfDischarged', 'other');

-- CreateEnum
CREATE TYPE "StampSource" AS ENUM ('device', 'platform', 'his', 'ems', 'manual');

-- CreateEnum
CREATE TYPE "Precision" AS ENUM ('exact', 'estimated', 'lkw');

-- CreateTable
CREATE TABLE "emergency_center" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "center" "Center" NOT NULL,
    "department_id" UUID NOT NULL,
    "partner_hospital_id" UUID,
    "partner_department_id" UUID,

    CONSTRAINT "emergency_center_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_case" (
    "id" UUID NOT NULL,
    "emergency_no" VARCHAR(20) NOT NULL,
    "center" "Center" NOT NULL,
    "status" "EmergencyStatus" NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,
    "patient_id" UUID NOT NULL,
    "from_hospital_id" UUID NOT NULL,
    "from_department_id" UUID NOT NULL,
    "to_hospital_id" UUID,
    "to_department_id" UUID,
    "activator_id" UUID NOT NULL,
    "bed" VARCHAR(20),
    "callback_phone" VARCHAR(20),
    "arrival_mode" VARCHAR(20),
    "flags" VARCHAR(30)[],
    "rules_version" VARCHAR(40) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "EmergencyOutcome",
    "note" VARCHAR(500),
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "review_note" VARCHAR(1000),

    CONSTRAINT "emergency_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timepoint" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "node" VARCHAR(20) NOT NULL,
    "at" TIMESTAMPTZ(3),
    "offset_ms" INTEGER NOT NULL,
    "source" "StampSource" NOT NULL,
    "precision" "Precision" NOT NULL,
    "value" DOUBLE PRECISION,
    "recorder_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "supersedes_id" UUID,
    "reason" VARCHAR(200),

    CONSTRAINT "timepoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_step" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "verb" VARCHAR(20) NOT NULL,
    "person_id" UUID,
    "hospital_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(500),

    CONSTRAINT "emergency_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_score" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "version" VARCHAR(60) NOT NULL,
    "input_cipher" BYTEA NOT NULL,
    "total" DOUBLE PRECISION,
    "band" VARCHAR(40),
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vital_reading" (
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "pulse" DOUBLE PRECISION,
    "spo2" DOUBLE PRECISION,
    "systolic" DOUBLE PRECISION,
    "diastolic" DOUBLE PRECISION,
    "respiration" DOUBLE PRECISION,
    "temperature" DOUBLE PRECISION,
    "oxygen" VARCHAR(20),
    "sender_id" UUID NOT NULL,

    CONSTRAINT "vital_reading_pkey" PRIMARY KEY ("case_id","at")
);

-- CreateTable
CREATE TABLE "emergency_month" (
    "hospital_id" UUID NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "locked_by_id" UUID NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_month_pkey" PRIMARY KEY ("hospital_id","month")
);

-- CreateIndex
CREATE UNIQUE INDEX "emergency_center_hospital_id_center_key" ON "emergency_center"("hospital_id", "center");

-- CreateIndex
CREATE UNIQUE INDEX "emergency_case_emergency_no_key" ON "emergency_case"("emergency_no");

-- CreateIndex
CREATE INDEX "emergency_case_from_hospital_id_started_at_id_idx" ON "emergency_case"("from_hospital_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "emergency_case_to_hospital_id_started_at_id_idx" ON "emergency_case"("to_hospital_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "emergency_case_patient_id_idx" ON "emergency_case"("patient_id");

-- CreateIndex
CREATE INDEX "timepoint_case_id_idx" ON "timepoint"("case_id");

-- CreateIndex
CREATE INDEX "emergency_step_case_id_at_idx" ON "emergency_step"("case_id", "at");

-- CreateIndex
CREATE INDEX "emergency_score_case_id_at_idx" ON "emergency_score"("case_id", "at");

-- AddForeignKey
ALTER TABLE "emergency_case" ADD CONSTRAINT "emergency_case_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timepoint" ADD CONSTRAINT "timepoint_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "emergency_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_step" ADD CONSTRAINT "emergency_step_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "emergency_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_score" ADD CONSTRAINT "emergency_score_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "emergency_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vital_reading" ADD CONSTRAINT "vital_reading_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "emergency_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SEQUENCE "emergency_no_seq" MAXVALUE 999999 CYCLE;

-- What has been stamped stays as it was stamped; a correction is another row.
CREATE TRIGGER "timepoint_no_change" BEFORE UPDATE OR DELETE ON "timepoint" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "timepoint_no_truncate" BEFORE TRUNCATE ON "timepoint" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "emergency_step_no_change" BEFORE UPDATE OR DELETE ON "emergency_step" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "emergency_step_no_truncate" BEFORE TRUNCATE ON "emergency_step" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
