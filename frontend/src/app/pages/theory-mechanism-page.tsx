import { Button, NativeSelect, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { studyQuery } from '@/features/studies/queries';
import { MechanismAside } from '@/features/theory/components/mechanism-aside';
import { MechanismWords } from '@/features/theory/components/mechanism-words';
import { Retirement } from '@/features/theory/components/retirement';
import { StatusMark } from '@/features/theory/components/status-mark';
import { VersionDifferences } from '@/features/theory/components/version-differences';
import { type MechanismDetail, mechanismQuery, type Version } from '@/features/theory/queries';
import { Moment } from '@/ui/moment';
import { PageHeader } from '@/ui/page-header';
import { NotFoundPage } from './not-found-page';
import classes from './theory.module.css';
import { MechanismEvidence, MechanismProposals } from './theory-evidence';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/$mechanismId');

/** A mechanism whole: its words, what changed, where it comes from and what stands behind it. */
export function TheoryMechanismPage() {
  const { t } = useTranslation('theory');
  const { studyId, mechanismId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: mechanism } = useSuspenseQuery(mechanismQuery(studyId, mechanismId));
  const [chosen, setChosen] = useState<string>();
  const [newest] = mechanism.versions;
  const version = mechanism.versions.find(({ id }) => id === chosen) ?? newest;
  if (!newest || !version) {
    return <NotFoundPage />;
  }
  const canEdit = study.permissions.includes('theory:edit');
  return (
    <>
      <PageHeader
        title={version.title}
        lead={<Facts mechanism={mechanism} version={version} />}
        actions={
          <>
            {mechanism.versions.length > 1 && (
              <NativeSelect
                aria-label={t('versions.show')}
                data={mechanism.versions.map(({ id, number, stage_label }) => ({
                  value: id,
                  label: t('versions.option', { number, stage: stage_label }),
                }))}
                value={version.id}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
            )}
            {canEdit && <Retirement studyId={studyId} mechanism={mechanism} />}
            {canEdit && mechanism.status !== 'retired' && (
              <Button component={Link} to={`/studies/${studyId}/mechanisms/${mechanismId}/edit`}>
                {t(newest.is_frozen ? 'mechanism.editNext' : 'mechanism.edit')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.mechanism}>
        <div className={classes.main}>
          <MechanismWords version={version} />
          {study.permissions.includes('coding:read') && (
            <MechanismEvidence studyId={studyId} mechanismId={mechanismId} />
          )}
          <section>
            <Title order={2} size="h3" mb="xs">
              {t('mechanism.versions')}
            </Title>
            {mechanism.versions.length > 1 ? (
              <VersionDifferences
                // begins afresh when there is a newer version
                key={newest.id}
                studyId={studyId}
                versions={mechanism.versions}
              />
            ) : (
              <p>{t('mechanism.oneVersion')}</p>
            )}
          </section>
        </div>
        <aside className={classes.aside}>
          {study.permissions.includes('proposal:read') && (
            <MechanismProposals
              studyId={studyId}
              mechanismId={mechanismId}
              versionId={version.id}
            />
          )}
          <MechanismAside
            studyId={studyId}
            mechanism={mechanism}
            version={version}
            canEdit={canEdit}
            link={(id, title): ReactNode => (
              <Link
                to="/studies/$studyId/mechanisms/$mechanismId"
                params={{ studyId, mechanismId: id }}
              >
                {title}
              </Link>
            )}
          />
        </aside>
      </div>
    </>
  );
}

function Facts({ mechanism, version }: { mechanism: MechanismDetail; version: Version }) {
  const { t } = useTranslation('theory');
  return (
    <>
      <div className={classes.facts}>
        <StatusMark status={mechanism.status === 'retired' ? 'retired' : statusOf(version)} />
        <span>
          {t('mechanism.versionLine', { number: version.number, stage: version.stage_label })}
        </span>
        <span>
          {version.saved_by && `${t('mechanism.savedBy', { name: version.saved_by })}, `}
          <Moment at={version.saved_at} />
        </span>
      </div>
      {mechanism.status === 'retired' && <div>{t('mechanism.retired')}</div>}
      {version.is_frozen && version.frozen_because && (
        <div>{t('mechanism.frozenBecause', { because: version.frozen_because })}</div>
      )}
      {version.change_note && (
        <div>
          {t('mechanism.changeNote')}: {version.change_note}
        </div>
      )}
    </>
  );
}

function statusOf(version: Version): 'draft' | 'frozen' {
  return version.is_frozen ? 'frozen' : 'draft';
}
