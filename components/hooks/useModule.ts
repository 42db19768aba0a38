import { useEffect, useState } from 'react';

/**
 * Code that a screen needs only a moment after it stands, and that must be there before a query begins: a query may wait for the store
 * alone.
 * @param load imports a module; the same function at every call
 * @returns null until it is there
 */
export function useModule<Module extends object>(load: () => Promise<Module>): Module | null {
  const [module, setModule] = useState<Module | null>(null);
  useEffect(() => {
    let isWanted = true;
    void load().then((loaded) => isWanted && setModule(loaded));
    return () => {
      isWanted = false;
    };
  }, [load]);
  return module;
}
