import {
  IconBubbleText,
  IconCalendarEvent,
  IconGitMerge,
  IconHighlight,
  IconHistory,
  IconHome,
  IconMicrophone,
  IconRouteAltLeft,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Permission, studyQuery } from '@/features/studies/queries';
import classes from './layouts.module.css';

interface Place {
  key:
    | 'overview'
    | 'mechanisms'
    | 'rounds'
    | 'meetings'
    | 'recordings'
    | 'coding'
    | 'proposals'
    | 'people'
    | 'settings'
    | 'history';
  path: string;
  icon: typeof IconHome;
  /** Without this permission the server shows nothing there. */
  needs: Permission;
}

/** What a study has, in the order of the work. */
export const PLACES: readonly Place[] = [
  { key: 'overview', path: '', icon: IconHome, needs: 'proposal:read' },
  { key: 'mechanisms', path: '/mechanisms', icon: IconRouteAltLeft, needs: 'theory:read' },
  { key: 'rounds', path: '/rounds', icon: IconBubbleText, needs: 'round:read-progress' },
  { key: 'meetings', path: '/meetings', icon: IconCalendarEvent, needs: 'meeting:attend' },
  { key: 'recordings', path: '/recordings', icon: IconMicrophone, needs: 'recording:read' },
  { key: 'coding', path: '/coding', icon: IconHighlight, needs: 'coding:read' },
  { key: 'proposals', path: '/proposals', icon: IconGitMerge, needs: 'proposal:read' },
  { key: 'people', path: '/people', icon: IconUsers, needs: 'members:read' },
  { key: 'settings', path: '/settings', icon: IconSettings, needs: 'study:read' },
  { key: 'history', path: '/history', icon: IconHistory, needs: 'audit:read' },
];

/** The workbench's left-hand navigation: the places that this member may see. */
export function StudyNavigation({ studyId, onGo }: { studyId: string; onGo?: () => void }) {
  const { t } = useTranslation('app');
  const { data: study } = useSuspenseQuery(studyQuery(studyId));
  const places = PLACES.filter(({ needs }) => study.permissions.includes(needs));
  const base: string = `/studies/${studyId}`;
  return (
    <nav aria-label={t('study.navigation')}>
      <ul className={classes.places}>
        {places.map(({ key, path, icon: Icon }) => (
          <li key={key}>
            <Link
              to={base + path}
              activeOptions={{ exact: path === '' }}
              className={classes.place}
              {...(onGo ? { onClick: onGo } : {})}
            >
              <Icon size={18} aria-hidden />
              {t(`study.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
