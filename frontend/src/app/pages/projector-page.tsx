import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/errors';
import { PlainLayout } from '@/app/layouts/plain-layout';
import { useWall, type WallLink } from '@/features/meetings/projection/live';
import { ProjectorCodeForm } from '@/features/meetings/projection/projector-code-form';
import { useOpenWall, type WallSnapshot, wallQuery } from '@/features/meetings/projection/queries';
import { Wall } from '@/features/meetings/projection/wall';
import { WallMechanism } from '@/features/theory/components/wall-mechanism';
import { takeFragment } from '@/lib/fragment';
import { useFace } from '@/ui/face';
import { Loading } from '@/ui/loading';
import { PageHeader } from '@/ui/page-header';
import { usePageTitle } from '@/ui/page-title';
import { ProblemNotice } from '@/ui/problem-notice';
import classes from './pages.module.css';

/** The projector: opened by a link or a typed code, without a sign-in. */
export function ProjectorPage() {
  const { t } = useTranslation('meetings');
  const [code] = useState(() => takeFragment().get('k'));
  const open = useOpenWall();
  const hasBegun = useRef(false);
  usePageTitle(t('wall.title'));
  useEffect(() => {
    if (code && !hasBegun.current) {
      hasBegun.current = true;
      open.mutate(code);
    }
  }, [code, open]);
  if (code && open.error) {
    return <Unopened error={open.error} />;
  }
  return code && !open.isSuccess ? <Loading /> : <Opened />;
}

function Opened() {
  const { data: wall, error } = useQuery(wallQuery());
  if (error && !wall) {
    return <Unopened error={error} />;
  }
  return wall ? <Shown wall={wall} /> : <Loading />;
}

function Shown({ wall }: { wall: WallSnapshot }) {
  const { t } = useTranslation('meetings');
  const link = useWall(wall);
  if (link.status === 'refused') {
    return <Unopened words={t('wall.ended')} />;
  }
  return <OnTheWall wall={wall} link={link} />;
}

function OnTheWall({ wall, link }: { wall: WallSnapshot; link: WallLink }) {
  useFace('projector');
  return (
    <main id="main" tabIndex={-1}>
      <Wall
        wall={wall}
        link={link}
        mechanism={(mechanism) => <WallMechanism mechanism={mechanism} />}
      />
    </main>
  );
}

function Unopened({ error, words }: { error?: Error; words?: string }) {
  const { t } = useTranslation('meetings');
  // nobody has typed a code yet: that is no problem, only the beginning
  const isNew = !error || asProblem(error).isNotSignedIn;
  return (
    <PlainLayout>
      <div className={classes.narrow}>
        <PageHeader title={t('wall.title')} lead={words ?? t('wall.lead')} />
        {!isNew && error && <ProblemNotice error={error} />}
        <ProjectorCodeForm />
      </div>
    </PlainLayout>
  );
}
