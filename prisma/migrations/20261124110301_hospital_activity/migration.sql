-- CreateTable
CREATE TABLE "hospital_activity" (
    "hospital_id" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "outpatient" INTEGER NOT NULL,
    "discharges" INTEGER NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hospital_activity_pkey" PRIMARY KEY ("hospital_id","month")
);
