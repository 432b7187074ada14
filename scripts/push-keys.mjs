// npm run push:keys: a fresh VAPID key pair, ready for the environment. Another pair later means that every device has to
// turn its alerts on again.
import webPush from 'web-push';

const { publicKey, privateKey } = webPush.generateVAPIDKeys();
process.stdout.write(
  `VAPID_PUBLIC_KEY=${publicKey}\nVAPID_PRIVATE_KEY=${privateKey}\nVAPID_SUBJECT=mailto:it@hospital.example\n`,
);
process.stderr.write('VAPID_SUBJECT 换成信息科的邮箱 / put the address of your IT department there.\n');
