-- AlterTable
ALTER TABLE "emergency_case" ADD COLUMN     "eta_at" TIMESTAMPTZ(3),
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "position_at" TIMESTAMPTZ(3);
