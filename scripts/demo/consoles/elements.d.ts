/** JD's shell mounts its sub-systems in elements of their own names. */
import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'micro-app-jm-sub-system-block': HTMLAttributes<HTMLElement> & { name?: string };
      'micro-app-body': HTMLAttributes<HTMLElement>;
    }
  }
}
