/** Which events of work orders are in use, kept beside the log so that not all of it is gone through again. Worked out from it between pages. */
export interface ShelfRecord {
  name: 'workOrderShelf';
  /** What was written after this logical time is not looked at yet. */
  value: string;
  /** Epoch ms. */
  computedAt: number;
  eventIds: string[];
  /** By shop: how many work orders are put away. */
  shelved: Record<string, number>;
}
