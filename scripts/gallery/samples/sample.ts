import type { ReactNode } from 'react';

/** One component in every state it has. */
export interface Sample {
  /** Path of its file. */
  file: string;
  states: Readonly<Record<string, ReactNode>>;
}
