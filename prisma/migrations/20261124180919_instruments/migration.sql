-- CreateEnum
CREATE TYPE "InstrumentKind" AS ENUM ('ecg', 'laboratory', 'ct', 'other');

-- AlterTable
ALTER TABLE "timepoint" ADD COLUMN     "instrument_id" UUID;

-- CreateTable
CREATE TABLE "instrument" (
    "id" UUID NOT NULL,
    "hospital_id" UUID NOT NULL,
    "kind" "InstrumentKind" NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_check" (
    "id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "offset_ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "clock_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "instrument_hospital_id_idx" ON "instrument"("hospital_id");

-- CreateIndex
CREATE INDEX "clock_check_instrument_id_at_idx" ON "clock_check"("instrument_id", "at");

-- AddForeignKey
ALTER TABLE "timepoint" ADD CONSTRAINT "timepoint_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instrument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_check" ADD CONSTRAINT "clock_check_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instrument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A comparison that was made stays; an instrument that is set right is compared again.
CREATE TRIGGER "clock_check_no_change" BEFORE UPDATE OR DELETE ON "clock_check" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "clock_check_no_truncate" BEFORE TRUNCATE ON "clock_check" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
