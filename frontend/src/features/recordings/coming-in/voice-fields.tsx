import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './coming-in.module.css';

/** Whose voice something is: a member by name, or a pseudonym. */
export interface Voice {
  label: string;
  member_id: string | null;
}

export interface Person {
  id: string;
  display_name: string;
}

interface VoiceFieldsProps {
  /** What the voice belongs to, for those who hear the page. */
  of: string;
  voice: Voice;
  members: readonly Person[];
  onChange: (voice: Voice) => void;
}

/** Says whose voice it is; a member's name fills the name shown. */
export function VoiceFields({ of, voice, members, onChange }: VoiceFieldsProps) {
  const { t } = useTranslation('recordings');
  const choose = (id: string) => {
    const member = members.find((one) => one.id === id);
    onChange(
      member
        ? { label: member.display_name, member_id: member.id }
        : { label: '', member_id: null },
    );
  };
  return (
    <div className={classes.voices}>
      <NativeSelect
        label={t('tracks.member', { of })}
        value={voice.member_id ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: '', label: t('tracks.nobody') },
          ...members.map(({ id, display_name }) => ({ value: id, label: display_name })),
        ]}
      />
      <TextInput
        label={t('tracks.label', { of })}
        placeholder={t('tracks.labelHint')}
        value={voice.label}
        onChange={(event) => onChange({ ...voice, label: event.currentTarget.value })}
        maxLength={120}
        required
      />
    </div>
  );
}
