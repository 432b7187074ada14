-- CreateEnum
CREATE TYPE "TaskKind" AS ENUM ('rehabilitation', 'medication', 'followUp', 'document', 'other');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('open', 'done', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "TaskRole" AS ENUM ('doctor', 'specialist', 'coordinator');

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "kind" "TaskKind" NOT NULL,
    "status" "TaskStatus" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "subject_kind" VARCHAR(40) NOT NULL,
    "subject_id" UUID NOT NULL,
    "patient_id" UUID,
    "title" VARCHAR(120) NOT NULL,
    "detail" VARCHAR(2000),
    "owner_hospital_id" UUID NOT NULL,
    "owner_department_id" UUID,
    "owner_role" "TaskRole" NOT NULL,
    "owner_person_id" UUID,
    "opened_by_hospital_id" UUID NOT NULL,
    "opened_by_department_id" UUID,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "unread_by" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "read_by_id" UUID,
    "escalated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "note" VARCHAR(500),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_owner_hospital_id_status_due_at_id_idx" ON "task"("owner_hospital_id", "status", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_owner_department_id_status_due_at_id_idx" ON "task"("owner_department_id", "status", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_owner_person_id_status_due_at_id_idx" ON "task"("owner_person_id", "status", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_opened_by_hospital_id_status_due_at_id_idx" ON "task"("opened_by_hospital_id", "status", "due_at", "id");

-- CreateIndex
CREATE INDEX "task_subject_kind_subject_id_opened_at_id_idx" ON "task"("subject_kind", "subject_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "task_owner_hospital_id_ended_at_id_idx" ON "task"("owner_hospital_id", "ended_at", "id");

-- CreateIndex
CREATE INDEX "task_opened_by_hospital_id_ended_at_id_idx" ON "task"("opened_by_hospital_id", "ended_at", "id");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_patient_id_fkey" FOREIGN KEY ("patient_id") REFERENCES "patient"("id") ON DELETE SET NULL ON UPDATE CASCADE;
