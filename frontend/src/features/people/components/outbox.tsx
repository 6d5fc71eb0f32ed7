import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/moment';
import type { Mail } from '../queries';
import { MailText } from './mail-text';
import classes from './people.module.css';

/** The mails that were written, each to be opened and read as it was sent. */
export function Outbox({ mails }: { mails: readonly Mail[] }) {
  const { t } = useTranslation('people');
  if (mails.length === 0) {
    return <EmptyState title={t('outbox.none')}>{t('outbox.noneWords')}</EmptyState>;
  }
  return (
    <ul className={classes.mails} aria-label={t('outbox.list')}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <details className={classes.mail}>
            <summary>
              <span className={classes.subject}>{mail.subject}</span>
              <span className={classes.facts}>
                <span>{t('outbox.to', { recipient: mail.recipient })}</span>
                <Moment at={mail.created_at} />
                <Standing mail={mail} />
              </span>
            </summary>
            <div className={classes.body}>
              {mail.error && <p className={classes.error}>{mail.error}</p>}
              {mail.body ? <MailText text={mail.body} /> : t('outbox.blank')}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Standing({ mail }: { mail: Mail }) {
  const { t } = useTranslation('people');
  if (mail.sent_at) {
    return <span>✓ {t('outbox.sent')}</span>;
  }
  return mail.error ? (
    <span className={classes.error}>✕ {t('outbox.failed')}</span>
  ) : (
    <span>{t('outbox.waiting')}</span>
  );
}
