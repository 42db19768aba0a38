import { useState } from 'react';

export interface StatusOverrides {
  /** The text to show for an order in place of its own. */
  textOf: (orderId: string, own: string) => string;
  /** Changes with every override of the order: part of its row's key. */
  versionOf: (orderId: string) => number;
  set: (orderId: string, text: string) => void;
}

/** Status texts that a test has put in place of the loaded ones. */
export function useStatusOverrides(): StatusOverrides {
  const [overrides, setOverrides] = useState<Readonly<Record<string, { text: string; version: number }>>>({});
  return {
    textOf: (orderId, own) => overrides[orderId]?.text ?? own,
    versionOf: (orderId) => overrides[orderId]?.version ?? 0,
    set: (orderId, text) =>
      setOverrides((all) => ({ ...all, [orderId]: { text, version: (all[orderId]?.version ?? 0) + 1 } })),
  };
}
