import { useEffect, useState } from 'react';

/** Bytes that still fit on the disk, as the browser estimates it when the page opens; null where it does not tell. */
export function useStorageRoom(): number | null {
  const [room, setRoom] = useState<number | null>(null);
  useEffect(() => {
    void navigator.storage?.estimate().then(({ quota, usage }) => {
      if (quota !== undefined && usage !== undefined) setRoom(quota - usage);
    });
  }, []);
  return room;
}
