import { KeyHelp } from '../../../components/keys/KeyHelp.tsx';
import { shortcuts, type Screen } from '../../../components/keys/shortcuts.ts';
import { Mending } from '../../../components/health/Mending.tsx';
import { Tour } from '../../../components/tour/Tour.tsx';
import type { Sample } from './sample.ts';

const nothing = () => {};
const screens = [...new Set(Object.values(shortcuts).flatMap(({ on }): readonly Screen[] => on))];

/** What somebody sees who is new here, or looks for a key, and while damaged columns are built anew. */
export const firstRunSamples: readonly Sample[] = [
  { file: 'components/tour/Tour.tsx', states: { 'the first step': <Tour /> } },
  {
    file: 'components/keys/KeyHelp.tsx',
    states: Object.fromEntries(
      screens.map((screen) => [screen, <KeyHelp key={screen} screen={screen} onClose={nothing} />]),
    ),
  },
  { file: 'components/health/Mending.tsx', states: { 'under way': <Mending onDone={nothing} /> } },
];
