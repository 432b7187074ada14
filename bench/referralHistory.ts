import type { Tx } from '../server/db/client.ts';

/** Of 32 characters each: as long as a sealed sheet usually is. */
const SHEET_PARTS = 44;
const YEARS = 3;

/**
 * A history of so many referrals over three years up to now, made by the database from a seed: two in three of them 上转,
 * one offer each and a second for every tenth, most of them over, a fifth without a code; a consult for every fifth.
 * `random()` is drawn once a row.
 */
export const makeHistory = async (db: Tx, n: number): Promise<void> => {
  await db.$executeRaw`SELECT setseed(0.42)`;
  await db.$executeRaw`
    CREATE TEMP TABLE place AS
    SELECT h.id, h.kind, d.id AS department, row_number() OVER (PARTITION BY h.kind ORDER BY h.id, d.id) - 1 AS at,
      (SELECT m.person_id FROM membership m WHERE m.department_id = d.id ORDER BY m.id LIMIT 1) AS person
    FROM hospital h JOIN department d ON d.hospital_id = h.id WHERE h.kind <> 'overseer'
      AND EXISTS (SELECT 1 FROM membership m WHERE m.department_id = d.id)`;
  await db.$executeRaw`
    WITH made AS (INSERT INTO identity (id) SELECT gen_random_uuid() FROM generate_series(1, ${Math.ceil(n / 2)}::int) RETURNING id)
    INSERT INTO patient (id, identity_id, hospital_id, known, sex, birth_date)
    SELECT id, id, (SELECT id FROM place WHERE kind = 'county' AND at = i % (SELECT count(*) FROM place WHERE kind = 'county')),
      true, CASE WHEN i % 2 = 0 THEN 'male' ELSE 'female' END::"Sex", date '1940-01-01' + (i * 37 % 29000)::int
    FROM (SELECT id, row_number() OVER () AS i FROM made) m`;
  await db.$executeRaw`CREATE TEMP TABLE person_of AS SELECT id, row_number() OVER () - 1 AS at FROM patient`;
  await db.$executeRaw`CREATE INDEX ON person_of (at)`;
  await db.$executeRaw`
    CREATE TEMP TABLE draw AS
    SELECT i, random() AS a, random() AS b, random() AS c, random() AS d, random() AS e,
      now() - make_interval(secs => (${n}::int - i) * ${YEARS} * 365.25 * 86400 / ${n}::int) AS at
    FROM generate_series(1, ${n}::int) i`;
  await db.$executeRaw`
    CREATE TEMP TABLE way AS
    SELECT *, CASE WHEN b < 0.67 THEN 'up' WHEN b < 0.95 THEN 'down' ELSE 'lateral' END AS direction,
      CASE WHEN c < 0.86 THEN 'closed' WHEN c < 0.9 THEN 'cancelled' WHEN c < 0.93 THEN 'expired' WHEN c < 0.96 THEN 'givenUp'
        ELSE 'treated' END AS status,
      (a * (SELECT count(*) FROM place WHERE kind = 'county'))::int % (SELECT count(*) FROM place WHERE kind = 'county')::int AS near,
      (d * (SELECT count(*) FROM place WHERE kind = 'partner'))::int % (SELECT count(*) FROM place WHERE kind = 'partner')::int AS far
    FROM draw`;
  await db.$executeRaw`
    INSERT INTO referral (id, referral_no, direction, lane, urgency, status, patient_id, from_hospital_id, from_department_id,
      referrer_id, to_hospital_id, to_department_id, outside, dx_code, reasons, sheet_cipher, limits, owner_hospital_id,
      created_at, submitted_at, accepted_at, departed_at, arrived_at, admitted_at, discharged_at, summary_at, ended_at)
    SELECT gen_random_uuid(), 'ZB' || w.i, w.direction::"Direction", CASE WHEN w.e < 0.2 THEN 'green' ELSE 'elective' END::"Lane",
      'urgent', w.status::"ReferralStatus", p.id, f.id, f.department, f.person,
      CASE WHEN w.e < 0.93 THEN t.id END, CASE WHEN w.e < 0.93 THEN t.department END,
      CASE WHEN w.e >= 0.93 THEN '{"hospital": "省人民医院", "phone": "028-12345678"}'::jsonb END,
      CASE WHEN w.a < 0.8 THEN substr('ACEGIJKNOST', 1 + (w.e * 11)::int % 11, 1) || lpad(((w.b * 90)::int)::text, 2, '0') || '.9' END,
      '{U2}', decode(repeat(md5(w.i::text), ${SHEET_PARTS}::int), 'hex'), '{}', CASE WHEN w.status = 'treated' THEN f.id END,
      w.at, w.at, CASE WHEN w.c > 0.05 THEN w.at + interval '1 hour' END, CASE WHEN w.c > 0.06 THEN w.at + interval '3 hours' END,
      CASE WHEN w.c BETWEEN 0.08 AND 0.88 THEN w.at + interval '9 hours' END,
      CASE WHEN w.c BETWEEN 0.08 AND 0.87 THEN w.at + interval '10 hours' END,
      CASE WHEN w.c BETWEEN 0.1 AND 0.86 THEN w.at + interval '9 days' END,
      CASE WHEN w.c BETWEEN 0.2 AND 0.86 THEN w.at + interval '9 days' + make_interval(days => (w.d * 12)::int) END,
      CASE WHEN w.status <> 'treated' THEN w.at + interval '20 days' END
    FROM way w
    JOIN place f ON f.kind = CASE WHEN w.direction = 'down' THEN 'partner' ELSE 'county' END::"HospitalKind"
      AND f.at = CASE WHEN w.direction = 'down' THEN w.far ELSE w.near END
    JOIN place t ON t.kind = CASE WHEN w.direction = 'down' THEN 'county' ELSE 'partner' END::"HospitalKind"
      AND t.at = CASE WHEN w.direction = 'down' THEN w.near ELSE w.far END
    JOIN person_of p ON p.at = w.i / 2
    ORDER BY w.i`;
  await db.$executeRaw`
    INSERT INTO referral_offer (id, referral_id, hospital_id, department_id, outside, status, offered_at, due_at, decided_at, decided_by_id)
    SELECT gen_random_uuid(), id, to_hospital_id, to_department_id, outside,
      CASE WHEN accepted_at IS NOT NULL THEN 'accepted' ELSE 'expired' END::"OfferStatus", submitted_at,
      submitted_at + interval '2 hours', submitted_at + make_interval(secs => 60 + ('x' || substr(md5(id::text), 1, 6))::bit(24)::int % 7000),
      referrer_id
    FROM referral ORDER BY submitted_at`;
  await db.$executeRaw`
    INSERT INTO referral_offer (id, referral_id, hospital_id, department_id, outside, status, offered_at, due_at, decided_at, decided_by_id, reason)
    SELECT gen_random_uuid(), id, to_hospital_id, to_department_id, outside, 'rejected', submitted_at, submitted_at + interval '2 hours',
      submitted_at + interval '20 minutes', referrer_id, 'R1'
    FROM referral WHERE get_byte(uuid_send(id), 3) < 25`;
  await db.$executeRaw`
    INSERT INTO consult (id, consult_no, status, urgency, patient_id, agreement_id, from_hospital_id, from_department_id, requester_id,
      to_hospital_id, to_department_id, dx_code, purpose, callback_phone, sent_at, limits, response_due_at, outcome, ended_at)
    SELECT gen_random_uuid(), 'HB' || referral_no, 'closed', 'urgent', patient_id, gen_random_uuid(), from_hospital_id, from_department_id,
      referrer_id, to_hospital_id, to_department_id, dx_code, '是否需要转院', '0834-0001120', submitted_at - before, '{}',
      submitted_at - before, CASE WHEN get_byte(uuid_send(id), 1) < 40 THEN 'died' ELSE 'continuedLocally' END::"Outcome",
      submitted_at - before + interval '1 day'
    FROM referral, LATERAL (SELECT CASE WHEN get_byte(uuid_send(id), 4) < 64 THEN interval '3 days' ELSE interval '30 days' END) b (before)
    WHERE direction = 'up' AND to_hospital_id IS NOT NULL AND get_byte(uuid_send(id), 2) < 77`;
  await db.$executeRaw`
    INSERT INTO hospital_activity (hospital_id, month, outpatient, discharges, entered_by_id, entered_at)
    SELECT h.id, to_char(m, 'YYYY-MM'), 20000, 1500, (SELECT id FROM person ORDER BY id LIMIT 1), now()
    FROM hospital h, generate_series(now() - interval '3 years', now(), interval '1 month') m WHERE h.kind <> 'overseer'`;
};
