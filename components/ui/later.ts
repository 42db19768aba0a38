import { lazy, type ComponentType } from 'react';

/**
 * A part of a page whose code is loaded when it is first shown; a `Suspense` around it says what stands there until then.
 * @param load imports the file of the part and takes it out of it
 */
export function later<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }));
}
