-- AlterTable
ALTER TABLE "consult" ADD COLUMN     "bed" VARCHAR(20);
