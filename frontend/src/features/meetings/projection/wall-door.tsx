import { useTranslation } from 'react-i18next';
import { spaced } from '../joining/queries';
import type { WallSnapshot } from './queries';
import classes from './wall.module.css';

/** How to join: the QR code, and the address and the letters for those who type. */
export function WallDoor({ wall, isLarge = false }: { wall: WallSnapshot; isLarge?: boolean }) {
  const { t } = useTranslation('meetings');
  if (!wall.code) {
    return null;
  }
  const address = addressOf(wall);
  return (
    <div className={classes.door} data-large={isLarge || undefined}>
      <img
        src="/api/projector/join.svg"
        alt={t('join.qr', { address: `${address}/${wall.code}` })}
      />
      <p>
        {t('wall.join')}
        <br />
        <span className={classes.address}>{address}</span>
        <br />
        <span
          role="img"
          className={classes.code}
          aria-label={t('join.letters', { letters: [...wall.code].join(' ') })}
        >
          {spaced(wall.code)}
        </span>
      </p>
    </div>
  );
}

/** The same in one line, while something else needs the room. */
export function WallDoorLine({ wall }: { wall: WallSnapshot }) {
  const { t } = useTranslation('meetings');
  if (!wall.code) {
    return null;
  }
  return (
    <span>
      {addressOf(wall)}{' '}
      <strong
        role="img"
        className="notation"
        aria-label={t('join.letters', { letters: [...wall.code].join(' ') })}
      >
        {spaced(wall.code)}
      </strong>
    </span>
  );
}

function addressOf({ door }: WallSnapshot): string {
  return door.replace(/^https?:\/\//, '');
}
