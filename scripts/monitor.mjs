// npm run monitor -- <case id> [account]: a monitor beside the bed that speaks once a second. Numbers are made up; the case is
// that of /emergencies/<case id>, the server is on PORT (3000), the account one of the demo.
const [id, account = 'leibo.doctor'] = process.argv.slice(2);
if (!id) throw new Error('Give the id of the case: npm run monitor -- <case id>');
const base = `http://127.0.0.1:${process.env.PORT ?? 3000}/api`;
const json = { 'content-type': 'application/json' };

const ask = async (path, body, headers = {}) => {
  const reply = await fetch(`${base}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
};

const { accessToken } = await ask('/auth/login', { account, password: 'Shanhai-demo-2026' });
const authorization = `Bearer ${accessToken}`;

/** A pulse that breathes, a saturation that sinks a little. */
const reading = (second) => ({
  at: new Date().toISOString(),
  pulse: Math.round(96 + 6 * Math.sin(second / 7)),
  spo2: Math.round(93 - 2 * Math.sin(second / 31)),
  oxygen: 'cannula',
  respiration: Math.round(20 + 2 * Math.sin(second / 11)),
  ...(second % 60 === 0 && { systolic: 118, diastolic: 72 }),
});

for (let second = 0; ; second += 1) {
  await ask(`/emergencies/${id}/vitals`, { items: [reading(second)] }, { authorization });
  await new Promise((next) => setTimeout(next, 1000));
}
