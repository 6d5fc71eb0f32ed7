import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting, Place } from '../queries';
import classes from './joining.module.css';
import { spaced } from './queries';

/** The code of a meeting and its QR code, for those who say how to join. */
export function CodeShown({ place, meeting }: { place: Place; meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const address = `${window.location.host}/join`;
  return (
    <div className={classes.shown}>
      <img
        className={classes.qr}
        src={`/api/studies/${place.studyId}/meetings/${place.meetingId}/join.svg`}
        alt={t('join.qr', { address: `${address}/${meeting.code}` })}
      />
      <div className={classes.words}>
        <p className={classes.code}>
          {/* letter by letter, since the code is no word */}
          <span role="img" aria-label={t('join.letters', { letters: [...meeting.code].join(' ') })}>
            {spaced(meeting.code)}
          </span>
        </p>
        <Text mt={4}>{t('join.shownHow', { address })}</Text>
        <Text mt={4} c="dimmed" size="sm">
          {t('join.shownWho')}
        </Text>
      </div>
    </div>
  );
}
