-- What the figures of referrals read, beside the rows themselves: a year is counted without opening one of them. Partial,
-- since drafts are never counted.
CREATE INDEX "referral_figures" ON "referral" ("submitted_at", "id") INCLUDE (
  "direction", "lane", "status", "from_hospital_id", "to_hospital_id", "outside", "dx_code",
  "accepted_at", "arrived_at", "admitted_at", "discharged_at", "summary_at", "ended_at"
) WHERE "submitted_at" IS NOT NULL;

-- Lists in the order of other events.
CREATE INDEX "referral_by_acceptance" ON "referral" ("accepted_at", "id") WHERE "accepted_at" IS NOT NULL;
CREATE INDEX "referral_by_admission" ON "referral" ("admitted_at", "id") WHERE "admitted_at" IS NOT NULL;
CREATE INDEX "referral_by_discharge" ON "referral" ("discharged_at", "id") WHERE "discharged_at" IS NOT NULL;
CREATE INDEX "consult_by_end" ON "consult" ("ended_at", "id") WHERE "ended_at" IS NOT NULL;
