import { t } from '../../lib/browser/i18n.ts';
import type { Tone } from '../../lib/model/own-template.ts';
import { Choices } from '../ui/Choices.tsx';

const tones: readonly Tone[] = ['lively', 'standard', 'business'];

export const toneOptions = () => tones.map((tone) => ({ value: tone, label: t(`tone_${tone}`) }));

/** The next one, the first after the last. */
export function toneAfter(tone: Tone): Tone {
  return tones[(tones.indexOf(tone) + 1) % tones.length]!;
}

/** In which tone one speaks to this buyer; it stays until it is changed. */
export function ToneChoice({ tone, onChange }: { tone: Tone; onChange: (tone: Tone) => void }) {
  return <Choices label={t('tone')} value={tone} options={toneOptions()} onChange={onChange} shortcut="M" />;
}
