import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawingOf, pictureOf } from './drawing';

interface SaveDrawingProps {
  /** What the file is called, without its ending. */
  name: string;
  /** Holds the drawing, and the words that belong to it. */
  of: RefObject<Element | null>;
}

/** Lets a drawing leave, for a paper or a slide. */
export function SaveDrawing({ name, of }: SaveDrawingProps) {
  const { t } = useTranslation('ui');
  const [hasFailed, setHasFailed] = useState(false);

  async function save(kind: 'svg' | 'png') {
    if (!of.current) {
      return;
    }
    try {
      const drawing = await drawingOf(of.current);
      const file =
        kind === 'svg'
          ? new Blob([drawing.svg], { type: 'image/svg+xml' })
          : await pictureOf(drawing);
      hand(file, `${name}.${kind}`);
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  }

  return (
    <Group gap="xs">
      {(['svg', 'png'] as const).map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void save(kind)}
        >
          {t(`drawing.${kind}`)}
        </Button>
      ))}
      <span role="status">{hasFailed && t('drawing.failed')}</span>
    </Group>
  );
}

function hand(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // the browser has begun to read it by then
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
