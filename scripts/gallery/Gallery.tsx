import { Fragment } from 'react';
import type { Sample } from './samples/sample.ts';
import { dashboardSamples } from './samples/dashboard.tsx';
import { fileSamples } from './samples/files.tsx';
import { firstRunSamples } from './samples/first-run.tsx';
import { linkSamples } from './samples/links.tsx';
import { momentSamples } from './samples/moments.tsx';
import { ownNumbersSamples } from './samples/own-numbers.tsx';
import { panelSamples } from './samples/panel.tsx';
import { partSamples } from './samples/parts.tsx';
import { replySamples } from './samples/reply.tsx';
import { roomSamples } from './samples/rooms.tsx';
import { serviceSamples } from './samples/service.tsx';
import { staffSamples } from './samples/staff.tsx';
import { trialSamples } from './samples/trials.tsx';
import { uiSamples } from './samples/ui.tsx';
import styles from './Gallery.module.css';

export const samples: readonly Sample[] = [
  ...uiSamples,
  ...panelSamples,
  ...staffSamples,
  ...replySamples,
  ...serviceSamples,
  ...ownNumbersSamples,
  ...dashboardSamples,
  ...roomSamples,
  ...partSamples,
  ...momentSamples,
  ...linkSamples,
  ...fileSamples,
  ...trialSamples,
  ...firstRunSamples,
];

/** The narrowest panel, the usual one, a wide one. */
const WIDTHS_PX = [320, 360, 600];

/** The components that have samples, in every state at every width, one below the other. */
export function Gallery({ widths = WIDTHS_PX }: { widths?: readonly number[] }) {
  return (
    <main className={styles.gallery}>
      {samples.map(({ file, states }) => (
        <section key={file} aria-label={file}>
          <h2 className={styles.file}>{file}</h2>
          <div className={styles.columns}>
            {widths.map((width) => (
              <dl key={width} className={styles.column} style={{ inlineSize: width }}>
                {Object.entries(states).map(([name, shown]) => (
                  <Fragment key={name}>
                    <dt className={styles.state}>
                      {name} · {width}
                    </dt>
                    <dd>{shown}</dd>
                  </Fragment>
                ))}
              </dl>
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}
