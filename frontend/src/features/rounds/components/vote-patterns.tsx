/** Plain, hatched and dotted: what tells agree, disagree and pass apart without colour. */
export function VotePatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-agree`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--accent)" />
      </pattern>
      <pattern
        id={`${id}-disagree`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="8" height="8" fill="var(--surface)" />
        <rect width="5" height="8" fill="var(--group-2)" />
      </pattern>
      <pattern id={`${id}-pass`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--surface)" />
        <circle cx="3" cy="3" r="1.5" fill="var(--line-strong)" />
      </pattern>
    </defs>
  );
}
