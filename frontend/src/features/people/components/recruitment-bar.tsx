import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recruitment } from '../queries';
import classes from './people.module.css';

const PARTS = ['active', 'silent', 'declined'] as const;
type Part = (typeof PARTS)[number];
const HEIGHT = 18;

/** People as a bar: full for those who take part, hatched for no answer, empty for a no. */
export function RecruitmentBar({ row, longest }: { row: Recruitment; longest: number }) {
  const before = { active: 0, silent: row.active, declined: row.active + row.silent };
  const share = (people: number) => `${(people / longest) * 100}%`;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true">
      {PARTS.filter((part) => row[part] > 0).map((part) => (
        <Stretch key={part} part={part} x={share(before[part])} width={share(row[part])} />
      ))}
    </svg>
  );
}

function Stretch({ part, x, width }: { part: Part; x: string; width: string }) {
  const hatch = useId();
  const fill = { active: 'var(--accent)', silent: `url(#${hatch})`, declined: 'var(--surface)' };
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 1L1 -1M0 6L6 0M5 7L7 5" stroke="var(--accent)" strokeWidth="1.5" />
      </pattern>
      <svg x={x} width={width} height={HEIGHT} aria-hidden="true">
        <rect width="100%" height="100%" fill={fill[part]} stroke="var(--accent)" strokeWidth="2" />
      </svg>
    </>
  );
}

/** What full, hatched and empty mean. */
export function RecruitmentKey() {
  const { t } = useTranslation('people');
  return (
    <div className={classes.key}>
      {PARTS.map((part) => (
        <span key={part}>
          <svg width={20} height={HEIGHT} aria-hidden="true">
            <Stretch part={part} x="0" width="20" />
          </svg>
          {t(`recruitment.${part}`)}
        </span>
      ))}
    </div>
  );
}
