import { t } from '../../../lib/browser/i18n.ts';
import type { SegmentError } from '../../../lib/insight/segments/segment.ts';
import { Button } from '../../ui/Button.tsx';
import { segmentErrorText, segmentNextText } from '../../words/segments.ts';
import styles from './QueryProblem.module.css';

interface Props {
  line: string;
  error: SegmentError;
  onLine: (line: string) => void;
}

/** Why the line cannot be read, at which character, and what to put there instead; of an unfinished line, what is to come. */
export function QueryProblem({ line, error, onLine }: Props) {
  const { start, end, suggestions } = error;
  const put = (text: string) => onLine(line.slice(0, start) + text + line.slice(end));
  return (
    <p className={isUnfinished(line, error) ? styles.unfinished : styles.problem}>
      <span>{isUnfinished(line, error) ? segmentNextText(error) : segmentErrorText(error)}</span>
      {suggestions.slice(0, 4).map((text) => (
        <Button key={text} look="plain" onClick={() => put(text)}>
          {text === '' ? t('dashLeaveOut') : t('segment_replaceBy', text)}
        </Button>
      ))}
    </p>
  );
}

/** True where the error is only that the line is not at its end yet. */
export function isUnfinished(line: string, { start }: SegmentError): boolean {
  return start >= line.trimEnd().length;
}
