-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('done', 'refused');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('stat', 'urgent', 'routine');

-- CreateEnum
CREATE TYPE "ConsultStatus" AS ENUM ('requested', 'returned', 'accepted', 'inSession', 'signed', 'acknowledged', 'closed', 'declined', 'cancelled', 'expired');

-- CreateEnum
CREATE TYPE "Adoption" AS ENUM ('full', 'partial', 'none');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('continuedLocally', 'transferred', 'died', 'selfDischarged', 'other');

-- CreateEnum
CREATE TYPE "AdviceState" AS ENUM ('waiting', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "HospitalKind" AS ENUM ('county', 'partner', 'overseer');

-- CreateEnum
CREATE TYPE "PartnerType" AS ENUM ('eastWest', 'inProvince', 'alliance');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('doctor', 'specialist', 'coordinator', 'admin', 'auditor');

-- CreateEnum
CREATE TYPE "Availability" AS ENUM ('free', 'operating', 'away');

-- CreateEnum
CREATE TYPE "PageStatus" AS ENUM ('ringing', 'answered', 'declined', 'passedOn', 'stopped');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('male', 'female', 'unknown');

-- CreateTable
CREATE TABLE "audit_row" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" VARCHAR(80) NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "reason" VARCHAR(120),
    "hospital_ids" UUID[],
    "subject_kind" VARCHAR(40),
    "subject_ids" UUID[],
    "request_id" VARCHAR(64) NOT NULL,
    "seq" BIGINT,
    "prev_hash" CHAR(64),
    "hash" CHAR(64),

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "device" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "rotated_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "device" VARCHAR(40) NOT NULL,
    "waiting" BOOLEAN NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "admitted_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_line" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chat_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consult" (
    "id" UUID NOT NULL,
    "consult_no" VARCHAR(20) NOT NULL,
    "status" "ConsultStatus" NOT NULL DEFAULT 'requested',
    "version" INTEGER NOT NULL DEFAULT 1,
    "urgency" "Urgency" NOT NULL,
    "patient_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "from_hospital_id" UUID NOT NULL,
    "from_department_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "to_hospital_id" UUID NOT NULL,
    "to_department_id" UUID NOT NULL,
    "consultant_id" UUID,
    "dx_name" VARCHAR(200),
    "dx_code" VARCHAR(20),
    "reason" VARCHAR(500),
    "purpose" VARCHAR(500) NOT NULL,
    "summary" VARCHAR(4000),
    "aux_results" VARCHAR(4000),
    "wanted_title" VARCHAR(40),
    "callback_phone" VARCHAR(20) NOT NULL,
    "consent" JSONB,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "limits" JSONB NOT NULL,
    "response_due_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "first_response_at" TIMESTAMPTZ(3),
    "answered_by_phone" BOOLEAN NOT NULL DEFAULT false,
    "note" VARCHAR(500),
    "opinion_draft" JSONB,
    "signed_at" TIMESTAMPTZ(3),
    "adoption" "Adoption",
    "adoption_reason" VARCHAR(500),
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "outcome" "Outcome",
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "consult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consult_step" (
    "id" UUID NOT NULL,
    "consult_id" UUID NOT NULL,
    "verb" VARCHAR(20) NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consult_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "advice" (
    "id" UUID NOT NULL,
    "consult_id" UUID NOT NULL,
    "text" VARCHAR(300) NOT NULL,
    "typed_by_id" UUID NOT NULL,
    "typed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "AdviceState" NOT NULL DEFAULT 'waiting',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "advice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion" (
    "id" UUID NOT NULL,
    "consult_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "signer_id" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_title" TEXT NOT NULL,
    "hospital" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hospital" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "HospitalKind" NOT NULL,
    "uscc" CHAR(18),
    "division" CHAR(6) NOT NULL,
    "city" TEXT NOT NULL,
    "center_phone" TEXT NOT NULL,
    "altitude_m" INTEGER,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "hospital_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "code" VARCHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "duty_phone" TEXT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "inviter_id" UUID NOT NULL,
    "invitee_id" UUID NOT NULL,
    "partner_type" "PartnerType" NOT NULL,
    "terms" JSONB NOT NULL,
    "invited_codes" TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "account" VARCHAR(64) NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phone_cipher" BYTEA,
    "phone_index" BYTEA,
    "password_hash" TEXT NOT NULL,
    "otp_secret_cipher" BYTEA,
    "otp_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "locale" VARCHAR(10) NOT NULL DEFAULT 'zh-CN',
    "availability" "Availability" NOT NULL DEFAULT 'free',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "department_id" UUID,
    "roles" "Role"[],

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_slot" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "line" SMALLINT NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "to_minute" SMALLINT NOT NULL,

    CONSTRAINT "duty_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotent_reply" (
    "person_id" UUID NOT NULL,
    "key" VARCHAR(80) NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "input_hash" CHAR(64) NOT NULL,
    "output" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotent_reply_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "subject_id" UUID NOT NULL,
    "input" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_set" (
    "name" VARCHAR(80) NOT NULL,
    "version" VARCHAR(40) NOT NULL,
    "source" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "reference_set_pkey" PRIMARY KEY ("name","version")
);

-- CreateTable
CREATE TABLE "page" (
    "id" UUID NOT NULL,
    "subject_kind" VARCHAR(40) NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID,
    "desk_id" UUID,
    "line" SMALLINT,
    "urgency" VARCHAR(10) NOT NULL,
    "status" "PageStatus" NOT NULL DEFAULT 'ringing',
    "reason" VARCHAR(40),
    "note" VARCHAR(200),
    "rung_at" TIMESTAMPTZ(3) NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 1,
    "last_sent_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "patient" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "known" BOOLEAN NOT NULL,
    "sex" "Sex" NOT NULL,
    "birth_date" DATE,
    "approximate_age" SMALLINT,
    "visit_no" VARCHAR(40),
    "name_cipher" BYTEA,
    "name_index" BYTEA,
    "id_number_cipher" BYTEA,
    "id_number_index" BYTEA,
    "phone_cipher" BYTEA,
    "phone_index" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photo" (
    "id" UUID NOT NULL,
    "consult_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "caption" VARCHAR(100) NOT NULL,
    "mime" VARCHAR(40) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_row_seq_key" ON "audit_row"("seq");

-- CreateIndex
CREATE INDEX "audit_row_at_id_idx" ON "audit_row"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_row_actor_id_at_idx" ON "audit_row"("actor_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_family_id_idx" ON "session"("family_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "seat_kind_subject_id_idx" ON "seat"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "seat_person_id_left_at_idx" ON "seat"("person_id", "left_at");

-- CreateIndex
CREATE INDEX "chat_line_kind_subject_id_at_idx" ON "chat_line"("kind", "subject_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "consult_consult_no_key" ON "consult"("consult_no");

-- CreateIndex
CREATE INDEX "consult_to_department_id_status_idx" ON "consult"("to_department_id", "status");

-- CreateIndex
CREATE INDEX "consult_from_department_id_status_idx" ON "consult"("from_department_id", "status");

-- CreateIndex
CREATE INDEX "consult_consultant_id_status_idx" ON "consult"("consultant_id", "status");

-- CreateIndex
CREATE INDEX "consult_sent_at_id_idx" ON "consult"("sent_at", "id");

-- CreateIndex
CREATE INDEX "consult_from_hospital_id_sent_at_idx" ON "consult"("from_hospital_id", "sent_at");

-- CreateIndex
CREATE INDEX "consult_to_hospital_id_sent_at_idx" ON "consult"("to_hospital_id", "sent_at");

-- CreateIndex
CREATE INDEX "consult_step_consult_id_at_idx" ON "consult_step"("consult_id", "at");

-- CreateIndex
CREATE INDEX "advice_consult_id_idx" ON "advice"("consult_id");

-- CreateIndex
CREATE UNIQUE INDEX "opinion_consult_id_version_key" ON "opinion"("consult_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "hospital_uscc_key" ON "hospital"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "department_hospital_id_code_key" ON "department"("hospital_id", "code");

-- CreateIndex
CREATE INDEX "agreement_inviter_id_idx" ON "agreement"("inviter_id");

-- CreateIndex
CREATE INDEX "agreement_invitee_id_idx" ON "agreement"("invitee_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_account_key" ON "person"("account");

-- CreateIndex
CREATE UNIQUE INDEX "person_phone_index_key" ON "person"("phone_index");

-- CreateIndex
CREATE INDEX "membership_department_id_idx" ON "membership"("department_id");

-- CreateIndex
CREATE INDEX "membership_hospital_id_idx" ON "membership"("hospital_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_person_id_hospital_id_department_id_key" ON "membership"("person_id", "hospital_id", "department_id");

-- CreateIndex
CREATE INDEX "duty_slot_department_id_weekday_idx" ON "duty_slot"("department_id", "weekday");

-- CreateIndex
CREATE INDEX "idempotent_reply_created_at_idx" ON "idempotent_reply"("created_at");

-- CreateIndex
CREATE INDEX "deadline_subject_id_action_idx" ON "deadline"("subject_id", "action");

-- CreateIndex
CREATE INDEX "deadline_due_at_idx" ON "deadline"("due_at");

-- CreateIndex
CREATE INDEX "page_subject_kind_subject_id_idx" ON "page"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "page_person_id_status_idx" ON "page"("person_id", "status");

-- CreateIndex
CREATE INDEX "page_desk_id_status_idx" ON "page"("desk_id", "status");

-- CreateIndex
CREATE INDEX "patient_hospital_id_id_number_index_idx" ON "patient"("hospital_id", "id_number_index");

-- CreateIndex
CREATE INDEX "patient_hospital_id_name_index_idx" ON "patient"("hospital_id", "name_index");

-- CreateIndex
CREATE INDEX "photo_consult_id_idx" ON "photo"("consult_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult" ADD CONSTRAINT "consult_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consult_step" ADD CONSTRAINT "consult_step_consult_id_fkey" FOREIGN KEY ("consult_id") REFERENCES "consult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "advice" ADD CONSTRAINT "advice_consult_id_fkey" FOREIGN KEY ("consult_id") REFERENCES "consult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_consult_id_fkey" FOREIGN KEY ("consult_id") REFERENCES "consult"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_invitee_id_fkey" FOREIGN KEY ("invitee_id") REFERENCES "hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_hospital_id_fkey" FOREIGN KEY ("hospital_id") REFERENCES "hospital"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_slot" ADD CONSTRAINT "duty_slot_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
