import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inTreeOrder } from '../codebook-tree';
import type { Code } from '../queries';
import { CodeMark } from './code-mark';
import classes from './coding.module.css';

interface CodebookTreeProps {
  codes: readonly Code[];
  /** Puts a code on the selected words; without it the codes are only shown. */
  onCode?: ((codeId: string) => void) | undefined;
  /** What leads to a code's excerpts, around their number. */
  excerpts: (codeId: string, count: number) => ReactNode;
}

/** The codebook to code with: pressing a code puts it on the selected words. */
export function CodebookTree({ codes, onCode, excerpts }: CodebookTreeProps) {
  const { t } = useTranslation('coding');
  const living = codes.filter((code) => !code.is_retired);
  if (living.length === 0) {
    return <p className={classes.quiet}>{t('codebook.empty')}</p>;
  }
  return (
    <ul className={classes.tree} aria-label={t('codebook.title')}>
      {inTreeOrder(living).map(({ code, depth, path, total }) => (
        <li key={code.id} style={{ paddingInlineStart: `${depth * 16}px` }}>
          {onCode ? (
            <UnstyledButton
              className={classes.codeButton}
              title={code.description || path}
              onClick={() => onCode(code.id)}
            >
              <CodeMark name={code.name} colour={code.colour} />
              <span>{code.name}</span>
            </UnstyledButton>
          ) : (
            <span className={classes.codeButton} title={code.description || path}>
              <CodeMark name={code.name} colour={code.colour} />
              <span>{code.name}</span>
            </span>
          )}
          <span className={classes.total}>{excerpts(code.id, total)}</span>
        </li>
      ))}
    </ul>
  );
}
