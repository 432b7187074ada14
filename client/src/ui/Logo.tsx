/** Mountain over sea; `onDark` for the rail. */
export const Logo = ({ size = 40, onDark = false }: { size?: number; onDark?: boolean }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 40 40"
    fill="none"
    strokeWidth="2.7"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d="M4 24 14 9l6 9 4-5 12 11" stroke={onDark ? '#8FDCCB' : 'var(--shan)'} />
    <path d="M4 30c4-4 8-4 12 0s8 4 12 0 6-3 8-1" stroke={onDark ? '#8CC7F5' : 'var(--hai)'} />
  </svg>
);
