/** A line without axes: only whether it rises or falls. Values that do not exist leave gaps; screen readers get the figure beside it. */
export const Spark = ({ values, c }: { values: readonly (number | null)[]; c: 'shan' | 'hai' }) => {
  const known = values.filter((value) => value !== null);
  if (known.length < 3 || known.length < values.length / 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => 3 + (at / (values.length - 1)) * 94;
  const y = (value: number) => 29 - ((value - low) / (high - low || 1)) * 26;
  const points = values.map((value, at) => (value === null ? null : `${x(at).toFixed(1)} ${y(value).toFixed(1)}`));
  const path = points.map((point, at) => (point === null ? '' : `${points[at - 1] ? 'L' : 'M'}${point}`)).join('');
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="spark" data-c={c} viewBox="0 0 100 32" width="100" height="32" aria-hidden>
      <path d={path} fill="none" stroke="var(--c)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(last)} cy={y(values[last]!)} r="3" fill="var(--c)" />
    </svg>
  );
};
