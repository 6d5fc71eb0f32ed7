import type { HistogramProps } from './histogram';

const STEP = 24;
const BAR = 18;
const TOP = 14;
const HEIGHT = 56;
const SCALE = 18;
const MARK = 12;

/** The drawing itself: bars, the shaded band, a tick at the median, a mark at the own answer. */
export function HistogramBars({ label, ...chart }: HistogramProps & { label: string }) {
  const { bins, band, median, own, colour = 'var(--ink-quiet)' } = chart;
  const first = bins[0]?.value ?? 0;
  const tallest = Math.max(1, chart.tallest ?? 0, ...bins.map(({ count }) => count));
  const middleOf = (value: number) => (value - first) * STEP + STEP / 2;
  const ground = TOP + HEIGHT;
  const bottom = ground + SCALE + (typeof own === 'number' ? MARK : 0);
  return (
    <svg
      viewBox={`0 0 ${bins.length * STEP} ${bottom}`}
      role="img"
      aria-label={label}
      style={{
        width: '100%',
        maxWidth: chart.widest ?? bins.length * STEP * 1.5,
        display: 'block',
      }}
      fontFamily="var(--font-body)"
    >
      {band && (
        <rect
          x={middleOf(band.from) - STEP / 2}
          y={TOP}
          width={(band.to - band.from + 1) * STEP}
          height={HEIGHT}
          fill="var(--surface-sunken)"
        />
      )}
      {bins.map(({ value, count }) => {
        const height = (count / tallest) * HEIGHT;
        return (
          <g key={value}>
            <rect
              x={middleOf(value) - BAR / 2}
              y={ground - height}
              width={BAR}
              height={height}
              fill={colour}
            />
            <text
              x={middleOf(value)}
              y={ground + 13}
              textAnchor="middle"
              fontSize="11"
              fill="var(--ink-quiet)"
            >
              {value}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={bins.length * STEP} y1={ground} y2={ground} stroke="var(--line-strong)" />
      {typeof median === 'number' && (
        <path
          d={`M${middleOf(median)} ${TOP - 2}l-5 -8h10z M${middleOf(median)} ${TOP - 2}v${HEIGHT + 2}`}
          fill="var(--ink)"
          stroke="var(--ink)"
          strokeWidth="1"
        />
      )}
      {typeof own === 'number' && (
        <path d={`M${middleOf(own)} ${ground + 17}l5 5l-5 5l-5 -5z`} fill="var(--accent)" />
      )}
    </svg>
  );
}
