import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema.gen';
import { Loading } from '@/ui/loading';
import { ElementMark } from '@/ui/marks/element-mark';
import { Panes } from '@/ui/panes';
import { ProblemNotice } from '@/ui/problem-notice';
import type { MechanismChoice } from '../choices';
import { inTreeOrder } from '../codebook-tree';
import type { Code } from '../queries';
import { recentFirst, recentIds } from '../recent';
import { type CodingSession, useCodingSession } from '../session';
import { CodeMark } from './code-mark';
import { CodebookTree } from './codebook-tree';
import { CodedSegment } from './coded-segment';
import classes from './coding.module.css';
import { CodingForm } from './coding-form';
import { KeysHelp } from './keys-help';
import { LostCodings } from './lost-codings';
import { Palette } from './palette';

type DocumentRead = components['schemas']['DocumentRead'];
type Segment = DocumentRead['segments'][number];

interface CodingWorkbenchProps {
  studyId: string;
  document: DocumentRead;
  codes: readonly Code[];
  mechanisms: readonly MechanismChoice[];
  /** The mechanism that was under discussion, by the version a segment names. */
  discussed: (versionId: string) => string | undefined;
  coder: { id: string; name: string };
  canCode: boolean;
  canCorrect: boolean;
  from: { segment?: string | undefined; coding?: string | undefined };
  header: ReactNode;
  list: ReactNode;
  group: (groupId: string) => ReactNode;
  correction: (segment: Segment, onDone: () => void) => ReactNode;
  excerpts: (codeId: string, count: number) => ReactNode;
}

/** Reading and coding one document: its text, its codings, the codebook and the present coding. */
export function CodingWorkbench(props: CodingWorkbenchProps) {
  const { t } = useTranslation('coding');
  const session = useCodingSession({
    ...props,
    documentId: props.document.id,
    segments: props.document.segments,
  });
  const { from, document: shown } = props;
  useEffect(() => {
    if (from.segment) {
      document.getElementById(`segment-${from.segment}`)?.scrollIntoView({ block: 'center' });
    }
  }, [from.segment]);
  return (
    <>
      <Panes
        id="coding"
        labels={{ left: t('places.document'), middle: t('page.text'), right: t('page.about') }}
        left={props.list}
        right={<Side session={session} {...props} />}
      >
        {props.header}
        <Toolbar session={session} />
        <CodedText session={session} {...props} />
      </Panes>
      <Palettes session={session} {...props} document={shown} />
      <KeysHelp isOpen={session.open === 'keys'} onClose={() => session.setOpen(undefined)} />
    </>
  );
}

type PartProps = CodingWorkbenchProps & { session: CodingSession };

function Toolbar({ session }: { session: CodingSession }) {
  const { t } = useTranslation('coding');
  const { desk } = session;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed" role="status">
          {session.said || t('page.codings', { count: desk.codings.length })}
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            disabled={!desk.canUndo}
            onClick={session.undo}
          >
            {t('page.undo')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => session.setOpen('keys')}>
            {t('page.keys')}
          </Button>
        </Group>
      </Group>
      {desk.failures.length > 0 && (
        <div role="alert" className={classes.notice}>
          <p>{t('page.failed', { count: desk.failures.length })}</p>
          <Group>
            <Button size="compact-sm" onClick={desk.retryAll}>
              {t('page.retry')}
            </Button>
          </Group>
        </div>
      )}
      {session.createError && <ProblemNotice error={session.createError} />}
      {desk.error && <ProblemNotice error={desk.error} />}
    </>
  );
}

function CodedText({ session, document: shown, codes, ...props }: PartProps) {
  const { t } = useTranslation('coding');
  const { desk, current } = session;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const currentCoding = current?.client_id;
  if (desk.isLoading) {
    return <Loading />;
  }
  return (
    <>
      <LostCodings
        codings={desk.codings.filter((coding) => coding.is_orphan)}
        codes={byId}
        currentCoding={currentCoding}
        onChoose={session.choose}
      />
      <ol className={classes.segments}>
        {shown.segments.map((segment) => (
          <CodedSegment
            // words chosen elsewhere let go of those chosen here
            key={`${segment.id}-${session.resets[segment.id] ?? 0}`}
            segment={segment}
            codings={desk.codings.filter((coding) => coding.segment_id === segment.id)}
            codes={byId}
            isCurrent={segment.id === session.segmentId}
            currentCoding={currentCoding}
            onChoose={session.choose}
            onSelect={session.select}
            onRelease={() => session.release(segment.id)}
            onCode={props.canCode ? () => session.setOpen('code') : undefined}
            onFocus={() => session.setSegmentId(segment.id)}
            speaker={
              <>
                <strong>{segment.speaker?.label ?? t('document.unknown')}</strong>
                {segment.speaker?.group_id && props.group(segment.speaker.group_id)}
              </>
            }
            editor={
              session.correcting === segment.id
                ? props.correction(segment, () => session.setCorrecting(undefined))
                : undefined
            }
            tools={
              props.canCorrect &&
              session.segmentId === segment.id &&
              session.correcting !== segment.id && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => session.setCorrecting(segment.id)}
                >
                  {t('document.correct')}
                </Button>
              )
            }
          />
        ))}
      </ol>
    </>
  );
}

function Side({ session, codes, mechanisms, canCode, excerpts }: PartProps) {
  const { t } = useTranslation('coding');
  const { current, desk } = session;
  return (
    <>
      {current ? (
        <CodingForm
          coding={current}
          codes={codes}
          mechanisms={mechanisms}
          onChange={session.change}
          onRemove={session.remove}
          onRetry={desk.retryAll}
          onPlace={session.passage?.segmentId === current.segment_id ? session.place : undefined}
        />
      ) : (
        <p className={classes.quiet}>{t(canCode ? 'form.none' : 'document.readOnly')}</p>
      )}
      <h2 className={classes.heading}>{t('codebook.title')}</h2>
      <CodebookTree
        codes={codes}
        onCode={canCode && session.passage ? session.putCode : undefined}
        excerpts={excerpts}
      />
    </>
  );
}

function Palettes({ session, studyId, document: shown, codes, mechanisms, discussed }: PartProps) {
  const { t } = useTranslation('coding');
  const close = () => session.setOpen(undefined);
  const version = shown.segments.find(({ id }) => id === session.segmentId)?.version_id;
  const underDiscussion = version ? discussed(version) : undefined;
  const living = inTreeOrder(codes.filter((code) => !code.is_retired));
  const codeItems = living.map(({ code, path }) => ({
    id: code.id,
    label: path,
    mark: <CodeMark name={code.name} colour={code.colour} />,
  }));
  const mechanismItems = mechanisms.map(({ id, title }) => ({
    id,
    label: title,
    mark: <ElementMark kind="reasoning" />,
    hint: id === underDiscussion ? t('palette.discussed') : undefined,
  }));
  const recentMechanisms = recentIds(studyId, 'mechanism');
  return (
    <>
      <Palette
        title={t('palette.code')}
        isOpen={session.open === 'code'}
        items={recentFirst(codeItems, recentIds(studyId, 'code'))}
        onChoose={session.putCode}
        onCreate={session.putNewCode}
        onClose={close}
      />
      <Palette
        title={t('palette.mechanism')}
        isOpen={session.open === 'mechanism'}
        items={recentFirst(
          mechanismItems,
          underDiscussion ? [underDiscussion, ...recentMechanisms] : recentMechanisms,
        )}
        onChoose={session.chooseMechanism}
        onClose={close}
      />
    </>
  );
}
