import { Button, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MechanismDetail, Version } from '../queries';
import { EdgeForm } from './edge-form';
import { EdgeList } from './edge-list';
import classes from './mechanism-aside.module.css';
import { SourceForm } from './source-form';
import { SourceList } from './source-list';

interface MechanismAsideProps {
  studyId: string;
  mechanism: MechanismDetail;
  /** The version that is being read. */
  version: Version;
  canEdit: boolean;
  link: (mechanismId: string, title: ReactNode) => ReactNode;
}

/** What is known about a mechanism beside its words: sources and lineage. */
export function MechanismAside({
  studyId,
  mechanism,
  version,
  canEdit,
  link,
}: MechanismAsideProps) {
  const { t } = useTranslation('theory');
  const [isAddingSource, source] = useDisclosure(false);
  const [isAddingEdge, edge] = useDisclosure(false);
  return (
    <>
      <section>
        <Head
          title={t('mechanism.sources')}
          add={t('sources.add')}
          onAdd={canEdit ? source.open : undefined}
        />
        <SourceList
          studyId={studyId}
          versionId={version.id}
          links={mechanism.sources.filter(({ version_id }) => version_id === version.id)}
          papers={version.papers}
          canEdit={canEdit}
        />
      </section>
      <section>
        <Head
          title={t('mechanism.lineage')}
          add={t('edges.add')}
          onAdd={canEdit ? edge.open : undefined}
        />
        <EdgeList studyId={studyId} edges={mechanism.edges} canEdit={canEdit} link={link} />
      </section>
      {isAddingSource && (
        <SourceForm studyId={studyId} versionId={version.id} onClose={source.close} />
      )}
      {isAddingEdge && <EdgeForm studyId={studyId} versionId={version.id} onClose={edge.close} />}
    </>
  );
}

interface HeadProps {
  title: string;
  add: string;
  onAdd: (() => void) | undefined;
}

function Head({ title, add, onAdd }: HeadProps) {
  return (
    <div className={classes.head}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {onAdd && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >
          {add}
        </Button>
      )}
    </div>
  );
}
