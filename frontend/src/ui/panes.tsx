import { useLocalStorage } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './panes.module.css';

interface PanesProps {
  /** Names the page, so that the widths are remembered for it. */
  id: string;
  left: ReactNode;
  children: ReactNode;
  right: ReactNode;
  /** What the panes at the sides hold, for screen readers. */
  labels: { left: string; middle: string; right: string };
}

const NARROWEST = 180;
const WIDEST = 560;
const STEP = 16;

/** Left what there is, middle the text, right what is known about it; widths are remembered. */
export function Panes({ id, left, children, right, labels }: PanesProps) {
  const [widths, setWidths] = useLocalStorage({
    key: `colloquy:panes:${id}`,
    defaultValue: { left: 260, right: 320 },
    getInitialValueInEffect: false,
  });
  const style = { '--left': `${widths.left}px`, '--right': `${widths.right}px` } as object;
  return (
    <div className={classes.panes} style={style}>
      <section className={classes.side} aria-label={labels.left}>
        {left}
      </section>
      <Divider
        label={labels.left}
        width={widths.left}
        direction={1}
        onChange={(width) => setWidths({ ...widths, left: width })}
      />
      <section className={classes.middle} aria-label={labels.middle}>
        {children}
      </section>
      <Divider
        label={labels.right}
        width={widths.right}
        direction={-1}
        onChange={(width) => setWidths({ ...widths, right: width })}
      />
      <section className={classes.side} aria-label={labels.right}>
        {right}
      </section>
    </div>
  );
}

interface DividerProps {
  label: string;
  width: number;
  /** 1 when moving right makes its pane wider. */
  direction: 1 | -1;
  onChange: (width: number) => void;
}

/** Dragged, or moved with the arrow keys. */
function Divider({ label, width, direction, onChange }: DividerProps) {
  const { t } = useTranslation('ui');
  const within = (wanted: number) => Math.max(NARROWEST, Math.min(WIDEST, wanted));

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step) {
      event.preventDefault();
      onChange(within(width + step * direction));
    }
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const from = event.clientX;
    const divider = event.currentTarget;
    divider.setPointerCapture(event.pointerId);
    divider.onpointermove = (move) => onChange(within(width + (move.clientX - from) * direction));
    divider.onpointerup = () => {
      divider.onpointermove = null;
      divider.onpointerup = null;
    };
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, this can
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('panes.resize', { pane: label })}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className={classes.divider}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
