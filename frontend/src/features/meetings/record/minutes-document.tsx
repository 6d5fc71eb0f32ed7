import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './minutes.module.css';
import type { Block, Minutes } from './queries';

/** The minutes as they are downloaded, to be read before they are sent. */
export function MinutesDocument({ minutes }: { minutes: Minutes }) {
  return (
    <article className={classes.document} aria-label={minutes.title}>
      {numbered(minutes.blocks).map(({ key, block }) => (
        <Piece key={key} block={block} />
      ))}
    </article>
  );
}

/** A document is only ever replaced whole, so the place of a block is its name. */
function numbered(blocks: readonly Block[]) {
  return blocks.map((block, place) => ({ key: `${place}`, block }));
}

function Piece({ block }: { block: Block }) {
  const { t } = useTranslation('meetings');
  const [first = ''] = block.words;
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{first}</h2> : <h3>{first}</h3>;
    case 'text':
      return <p>{first}</p>;
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
          aria-label={t('minutes.table')}
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
