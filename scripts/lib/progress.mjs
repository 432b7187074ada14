const terminal = process.stdout.isTTY;
/** Without a terminal a line is printed each time so much more is done, or so much time has gone. */
const EVERY_PERCENT = 10;
const EVERY_MS = 20_000;

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/** A step in the terminal's last line, or as a few lines in a log. */
const printer = (head) => {
  const started = Date.now();
  let printed = { percent: 0, at: started };
  let detail = '';
  const line = () => `${head} … ${detail}${detail && ' · '}${seconds(started)}`;
  const redraw = () => terminal && process.stdout.write(`\r\x1b[K${line()}`);
  const log = () => {
    if (terminal || Date.now() - printed.at < EVERY_MS) return;
    printed.at = Date.now();
    process.stdout.write(`${line()}\n`);
  };
  process.stdout.write(terminal ? head : `${head}\n`);
  const ticker = setInterval(() => (terminal ? redraw() : log()), 1000);
  ticker.unref();
  return {
    show(text, percent = 0) {
      detail = text;
      if (terminal) return redraw();
      if (percent < printed.percent + EVERY_PERCENT) return;
      printed = { percent, at: Date.now() };
      process.stdout.write(`${line()}\n`);
    },
    end(word) {
      clearInterval(ticker);
      process.stdout.write(`${terminal ? '\r\x1b[K' : ''}${head} ${word} (${seconds(started)})\n`);
    },
  };
};

/**
 * Does the steps that are due, in order, telling which and how far; says nothing of the others.
 * A step is `{ title, due(), work(show), optional? }`; what `work` resolves to is printed; an optional step that fails tells why
 * and is passed over.
 */
export const takeSteps = async (steps) => {
  for (const [index, step] of steps.entries()) {
    if (!(await step.due())) continue;
    const print = printer(`[${index + 1}/${steps.length}] ${step.title}`);
    try {
      const report = await step.work(print.show);
      print.end('完成 / done');
      if (report) process.stdout.write(`${report}\n`);
    } catch (error) {
      print.end('未完成 / not done');
      if (!step.optional) throw error;
      process.stdout.write(`${error.message}\n`);
    }
  }
};
