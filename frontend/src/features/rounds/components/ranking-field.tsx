import { RankingList } from '@/ui/ranking-list';
import type { Question } from '../queries';

interface RankingFieldProps {
  question: Question;
  /** Empty while nothing has been given. */
  value: readonly string[];
  onChange: (choices: string[]) => void;
}

/** The options of a question, to be put in order. */
export function RankingField({ question, value, onChange }: RankingFieldProps) {
  return (
    <RankingList
      legend={question.prompt}
      options={question.options}
      value={value}
      onChange={onChange}
    />
  );
}
