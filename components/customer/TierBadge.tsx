import { labelText } from '../../lib/browser/i18n.ts';
import type { TierMatch } from '../../lib/insight/tiers/tier.ts';
import { Badge } from '../ui/Badge.tsx';
import { evidenceTexts } from '../words/evidence.ts';

interface Props {
  match: TierMatch;
  /** A further trait, beside the customer's own tier. */
  isFurther?: boolean;
}

export function TierBadge({ match, isFurther = false }: Props) {
  return (
    <Badge
      tone={match.tier.tone}
      isOutline={isFurther}
      title={[...evidenceTexts(match.evidence), match.source.join(' ')].join('\n')}
    >
      {labelText(match.tier.label)}
    </Badge>
  );
}
