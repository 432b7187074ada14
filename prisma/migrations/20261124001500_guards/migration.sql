-- AlterTable
ALTER TABLE "person" ADD COLUMN     "otp_used_step" INTEGER;

-- Six digits of a consult number; it begins again after a million.
CREATE SEQUENCE "consult_no_seq" MAXVALUE 999999 CYCLE;

-- What has been written down stays as it was: the application's own mistakes are refused here, a database
-- administrator's are found by the audit chain and by the hash of each opinion.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- An audit row changes once, when the sealer gives it its place in the chain.
CREATE FUNCTION "seal_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.seq IS NULL AND NEW.seq IS NOT NULL AND NEW.prev_hash IS NOT NULL AND NEW.hash IS NOT NULL
    AND (NEW.id, NEW.at, NEW.actor_id, NEW.action, NEW.outcome, NEW.reason, NEW.hospital_ids, NEW.subject_kind, NEW.subject_ids, NEW.request_id)
    IS NOT DISTINCT FROM
    (OLD.id, OLD.at, OLD.actor_id, OLD.action, OLD.outcome, OLD.reason, OLD.hospital_ids, OLD.subject_kind, OLD.subject_ids, OLD.request_id)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_row is append only: UPDATE refused' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "audit_row_seal_only" BEFORE UPDATE ON "audit_row" FOR EACH ROW EXECUTE FUNCTION "seal_only"();
CREATE TRIGGER "audit_row_no_delete" BEFORE DELETE ON "audit_row" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_row_no_truncate" BEFORE TRUNCATE ON "audit_row" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_no_change" BEFORE UPDATE OR DELETE ON "opinion" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "opinion_no_truncate" BEFORE TRUNCATE ON "opinion" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
