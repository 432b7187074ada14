-- AlterTable
ALTER TABLE "consult" ADD COLUMN     "clock_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "clock_name" VARCHAR(20),
ADD COLUMN     "clock_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "decline_reason" VARCHAR(20);

-- AlterTable
ALTER TABLE "reference_set" ADD COLUMN     "approver" TEXT;

-- The last six digits of a consult number; a hundred times a year's cases before it comes round.
CREATE SEQUENCE "consult_no_seq" MAXVALUE 999999 CYCLE;

-- What was signed stays as it was signed: an amendment is a further row.
CREATE FUNCTION "refuse_signed_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed opinion is never changed or removed';
END $$;
CREATE TRIGGER "opinion_immutable" BEFORE UPDATE OR DELETE ON "opinion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_signed_change"();
