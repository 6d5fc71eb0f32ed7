import {
  IconBubbleText,
  IconCalendarEvent,
  IconGitMerge,
  IconHighlight,
  IconHome,
  IconMicrophone,
  IconRouteAltLeft,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './layouts.module.css';

/** What a study has, in the order of the work. */
const PLACES = [
  { key: 'overview', path: '', icon: IconHome },
  { key: 'mechanisms', path: '/mechanisms', icon: IconRouteAltLeft },
  { key: 'rounds', path: '/rounds', icon: IconBubbleText },
  { key: 'meetings', path: '/meetings', icon: IconCalendarEvent },
  { key: 'recordings', path: '/recordings', icon: IconMicrophone },
  { key: 'coding', path: '/coding', icon: IconHighlight },
  { key: 'proposals', path: '/proposals', icon: IconGitMerge },
  { key: 'people', path: '/people', icon: IconUsers },
  { key: 'settings', path: '/settings', icon: IconSettings },
] as const;

/** The workbench's left-hand navigation. */
export function StudyNavigation({ studyId, onGo }: { studyId: string; onGo?: () => void }) {
  const { t } = useTranslation('app');
  const base: string = `/studies/${studyId}`;
  return (
    <nav aria-label={t('study.navigation')}>
      <ul className={classes.places}>
        {PLACES.map(({ key, path, icon: Icon }) => (
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
