import { useEffect, useState } from 'react';
import { withLate } from './late.ts';

/** The path of the address, followed without reload: `go` pushes a new one, back and forward are heard. */
export function useRoute(): { path: string; go: (path: string) => void } {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return {
    path,
    go(target) {
      history.pushState(null, '', withLate(target));
      setPath(location.pathname);
    },
  };
}
