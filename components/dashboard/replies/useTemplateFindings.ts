import { useEffect, useState } from 'react';
import { toBackground } from '../../../lib/browser/send.ts';
import { foundOn, type FoundOn } from '../../../lib/compliance/found-on.ts';
import type { Platform } from '../../../lib/model/platform.ts';

/**
 * What the rules of a shop say of a text on every platform that it is for.
 * @param shopId null for the shipped rules alone
 * @returns nothing until there is an answer about just this text
 */
export function useTemplateFindings(
  text: string,
  platforms: readonly Platform[],
  shopId: string | null,
): readonly FoundOn[] {
  const asked = JSON.stringify([text, platforms, shopId]);
  const [checked, setChecked] = useState<{ asked: string; findings: readonly FoundOn[] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const [of, on, by] = JSON.parse(asked) as [string, Platform[], string | null];
    const answers = on.map(async (platform) => ({
      platform,
      findings: await toBackground.lint({ text: of, platform, channel: 'chat', shopId: by }),
    }));
    Promise.all(answers).then(
      (answered) => {
        if (isCurrent) setChecked({ asked, findings: foundOn(answered) });
      },
      // Nobody answered: it is asked again when it is saved.
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);
  return checked?.asked === asked ? checked.findings : [];
}
