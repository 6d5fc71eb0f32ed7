import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyRound, Question } from '../queries';
import { ChoiceField } from './choice-field';
import classes from './rounds.module.css';

interface DecisionFieldProps {
  question: Question;
  value: readonly string[];
  /** What it can be merged with or folded into. */
  others: MyRound['mechanisms'];
  onChange: (choices: string[]) => void;
}

const NAMES_ANOTHER = new Set(['merge', 'fold_into']);

/** What should become of a mechanism and, where that takes another one, of which. */
export function DecisionField({ question, value, others, onChange }: DecisionFieldProps) {
  const { t } = useTranslation('rounds');
  const [decision, other = ''] = value;
  return (
    <>
      <ChoiceField question={question} value={value.slice(0, 1)} onChange={onChange} />
      {decision && NAMES_ANOTHER.has(decision) && (
        <NativeSelect
          className={classes.follow}
          size="md"
          label={t('answer.otherMechanism')}
          data={[
            { value: '', label: t('answer.otherOpen') },
            ...others.map(({ version_id, title }) => ({ value: version_id, label: title })),
          ]}
          value={other}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value ? [decision, currentTarget.value] : [decision])
          }
        />
      )}
    </>
  );
}
