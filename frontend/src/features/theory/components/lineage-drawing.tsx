import { type ReactNode, type Ref, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lineage } from '../queries';
import classes from './lineage-drawing.module.css';
import { type LineEnd, layOut, wrapWords } from './lineage-layout';
import { BOX, type PlacedNode } from './lineage-shapes';

const LINE_HEIGHT = 17;
const NOTE_HEIGHT = 14;

interface LineageDrawingProps {
  lineage: Lineage;
  /** Says the finding. */
  title: string;
  /** Wraps a box in a link to its mechanism; it may hold SVG only. */
  link: (mechanismId: string, box: ReactNode) => ReactNode;
  /** The drawing itself, to be saved. */
  ref?: Ref<SVGSVGElement>;
}

/** Stages as columns; lines that merge, part in two and end, and boxes that lead to their mechanism. */
export function LineageDrawing({ lineage, title, link, ref }: LineageDrawingProps) {
  const { t } = useTranslation('theory');
  const drawing = useMemo(() => layOut(lineage), [lineage]);
  const titleId = useId();
  const [near, setNear] = useState<string>();
  return (
    <section className={classes.frame} aria-label={title}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links, and SVG has no fieldset */}
      <svg
        ref={ref}
        width={drawing.width}
        height={drawing.height}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-labelledby={titleId}
        className={classes.drawing}
      >
        <title id={titleId}>{title}</title>
        {drawing.stages.map((stage) => (
          <g key={stage.id}>
            <rect
              x={stage.x - 16}
              y={0}
              width={stage.width + 32}
              height={drawing.height}
              className={classes.stage}
            />
            <text x={stage.x} y={26} className={classes.stageLabel}>
              {t('list.stage', { label: stage.label })}
            </text>
          </g>
        ))}
        <g aria-hidden>
          {drawing.lines.map(({ key, path, isPart, from, to }) => (
            <path
              key={key}
              d={path}
              className={classes.line}
              data-part={isPart || undefined}
              data-near={from === near || to === near || undefined}
            />
          ))}
          {drawing.ends.map((end) => (
            <EndMark key={end.key} end={end} />
          ))}
        </g>
        {drawing.nodes.map((placed) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the link inside takes focus; this only marks its lines
          <g
            key={placed.node.id}
            onMouseEnter={() => setNear(placed.node.id)}
            onMouseLeave={() => setNear(undefined)}
            onFocus={() => setNear(placed.node.id)}
            onBlur={() => setNear(undefined)}
          >
            {link(placed.node.mechanism_id, <NodeBox placed={placed} />)}
          </g>
        ))}
      </svg>
    </section>
  );
}

/** A ring and where it arose, at a new line; a bar where a line ends. */
function EndMark({ end: { x, y, top, isBeginning, note } }: { end: LineEnd }) {
  const { t } = useTranslation('theory');
  const lines = wrapWords(note || t('lineage.begins'), 28, 2);
  return isBeginning ? (
    <g>
      <circle cx={x - 9} cy={y} r={6} className={classes.beginning} />
      <text className={classes.note}>
        {lines.map((line, index) => (
          <tspan key={line} x={x + 2} y={top - 6 - (lines.length - 1 - index) * NOTE_HEIGHT}>
            {line}
          </tspan>
        ))}
        <title>{note}</title>
      </text>
    </g>
  ) : (
    <g>
      <path d={`M${x} ${y}h20M${x + 20} ${y - 10}v20`} className={classes.line} />
      <text x={x + 28} y={y + 5} className={classes.note}>
        {t('lineage.ends')}
        <title>{note}</title>
      </text>
    </g>
  );
}

function NodeBox({ placed: { node, x, y } }: { placed: PlacedNode }) {
  const { t } = useTranslation('theory');
  const lines = wrapWords(node.title, 23, 2);
  const facts = [
    t('versions.number', { number: node.number }),
    node.papers === null ? '' : t('list.papers', { count: node.papers }),
    node.is_frozen ? '' : t('status.draft'),
    node.is_retired ? t('status.retired') : '',
  ].filter(Boolean);
  return (
    <g className={classes.node} data-draft={!node.is_frozen || undefined}>
      <title>{node.title}</title>
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={6} className={classes.box} />
      {lines.map((line, index) => (
        <text key={line} x={x + 10} y={y + 22 + index * LINE_HEIGHT} className={classes.title}>
          {line}
        </text>
      ))}
      <text x={x + 10} y={y + BOX.height - 10} className={classes.facts}>
        {facts.join(' · ')}
      </text>
    </g>
  );
}
