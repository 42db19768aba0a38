/** What the browser says of permissions, and what a person answers it: the fake browser has neither. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sellerPages } from '../../lib/platforms/seller-pages.ts';

interface AllowedPages {
  /** Origins that are allowed now. */
  allowed: Set<string>;
  /** What the person answers. */
  answers: boolean;
}

/** @param isAllowed whether every seller's page is allowed at first */
export function allowPages(isAllowed: boolean): AllowedPages {
  const pages: AllowedPages = { allowed: new Set(isAllowed ? sellerPages : []), answers: true };
  const onAdded = listeners();
  const onRemoved = listeners();
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ manifest_version: 3, version: '0.0.0', optional_host_permissions: [...sellerPages] }),
  });
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: onAdded.event,
      onRemoved: onRemoved.event,
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => pages.allowed.has(origin)),
      async request({ origins }: { origins: string[] }) {
        if (!pages.answers) return false;
        for (const origin of origins) pages.allowed.add(origin);
        onAdded.call();
        return true;
      },
      async remove({ origins }: { origins: string[] }) {
        for (const origin of origins) pages.allowed.delete(origin);
        onRemoved.call();
        return true;
      },
    },
  });
  return pages;
}

function listeners() {
  const heard = new Set<() => void>();
  return {
    event: {
      addListener: (listener: () => void) => void heard.add(listener),
      removeListener: (listener: () => void) => void heard.delete(listener),
    },
    call: () => {
      for (const listener of heard) listener();
    },
  };
}
