import { Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import classes from './minutes.module.css';
import type { Block, Minutes } from './queries';

/** The minutes as they are downloaded, to be read before they are sent. */
export function MinutesDocument({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('meetings');
  return (
    <article className={classes.document} aria-label={minutes.title}>
      {numbered(minutes.blocks).map(({ key, block }, place) => (
        <Piece key={key} block={block} table={tableName(minutes.blocks, place, t)} />
      ))}
    </article>
  );
}

/** A document is only ever replaced whole, so the place of a piece is its name. */
function numbered<Piece>(blocks: readonly Piece[]) {
  return blocks.map((block, place) => ({ key: `${place}`, block }));
}

/** A table is told from the others by its number and the heading that it stands under. */
function tableName(blocks: readonly Block[], place: number, t: TFunction<'meetings'>): string {
  const before = blocks.slice(0, place + 1);
  const heading = before.findLast(({ kind }) => kind === 'heading')?.words[0];
  const number = before.filter(({ kind }) => kind === 'table').length;
  return t('minutes.table', { number, heading });
}

function Piece({ block, table }: { block: Block; table: string }) {
  const [first = ''] = block.words;
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{first}</h2> : <h3>{first}</h3>;
    case 'text':
      return <p>{first}</p>;
    case 'quote':
      return (
        <blockquote className={classes.quote}>
          {numbered(block.words).map(({ key, block: paragraph }) => (
            <p key={key}>{paragraph}</p>
          ))}
        </blockquote>
      );
    case 'list':
      return (
        <ul>
          {block.words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <Table.ScrollContainer
          minWidth={320}
          type="native"
          tabIndex={0}
          role="region"
          aria-label={table}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                {block.words.map((words) => (
                  <Table.Th key={words} scope="col">
                    {words}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {block.rows.map((row) => (
                <Table.Tr key={row.join('\n')}>
                  {row.map((cell, column) => (
                    <Table.Td key={block.words[column]}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      );
  }
}
