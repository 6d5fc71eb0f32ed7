import { Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AncestorList } from '@/features/refinement/components/ancestor-list';
import { AskedFigures } from '@/features/refinement/components/asked-figures';
import { ProposalsAbout } from '@/features/refinement/components/proposals-about';
import { VoiceGroups } from '@/features/refinement/components/voice-groups';
import { voicesQuery } from '@/features/refinement/queries';
import { studyQuery } from '@/features/studies/queries';
import { MechanismWords } from '@/features/theory/components/mechanism-words';
import { PageHeader } from '@/ui/page-header';
import { DocumentPlace } from './document-place';
import { useGroupMark } from './group-mark-of';
import classes from './proposals.module.css';

const route = getRouteApi('/signed-in/studies/$studyId/mechanisms/versions/$versionId/voices');

/** A version, and every voice behind it by stakeholder group. */
export function TracePage() {
  const { t } = useTranslation('refinement');
  const { studyId, versionId } = route.useParams();
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const { data: traced } = useSuspenseQuery(voicesQuery(studyId, versionId));
  const groupName = useGroupMark(studyId);
  const { version } = traced;
  return (
    <>
      <PageHeader
        title={t('trace.title', { title: version.title })}
        lead={t('trace.lead', { number: version.number, label: version.stage_label })}
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <details className={classes.card}>
            <summary>{t('trace.words')}</summary>
            <MechanismWords version={version} />
          </details>
          <section>
            <Title order={2} size="h3" mb="sm">
              {t('trace.voices')}
            </Title>
            <VoiceGroups
              voices={traced.voices}
              groups={study.groups}
              groupName={groupName}
              soundOf={(id) => `/api/studies/${studyId}/recordings/${id}/audio`}
              place={(voice, words) => (
                <DocumentPlace
                  studyId={studyId}
                  documentId={voice.document_id}
                  segmentId={voice.segment_id}
                >
                  {words}
                </DocumentPlace>
              )}
            />
          </section>
          <section>
            <Title order={2} size="h3" mb="sm">
              {t('trace.asked')}
            </Title>
            <AskedFigures
              asked={traced.asked}
              groups={study.groups}
              versionName={(id) => {
                const found = traced.ancestors.find((one) => one.version.id === id);
                return found ? t('proposal.versionOf', { ...found.version }) : '';
              }}
            />
          </section>
        </div>
        <aside className={classes.side}>
          <section className={classes.card}>
            <Title order={2} size="h4" mb="xs">
              {t('trace.lineage')}
            </Title>
            <AncestorList
              ancestors={traced.ancestors}
              version={(id, words) => (
                <Link
                  to="/studies/$studyId/mechanisms/versions/$versionId/voices"
                  params={{ studyId, versionId: id }}
                >
                  {words}
                </Link>
              )}
              proposal={(id, words) => (
                <Link
                  to="/studies/$studyId/proposals/$proposalId"
                  params={{ studyId, proposalId: id }}
                >
                  {words}
                </Link>
              )}
            />
          </section>
          <ProposalsAbout
            proposals={traced.proposals}
            link={(id, words) => (
              <Link
                to="/studies/$studyId/proposals/$proposalId"
                params={{ studyId, proposalId: id }}
              >
                {words}
              </Link>
            )}
          />
        </aside>
      </div>
    </>
  );
}
