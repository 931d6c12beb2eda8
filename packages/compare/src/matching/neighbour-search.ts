/** The comparison people still free, asked for the nearest that will do. */
export interface NeighbourSearch {
  /**
   * The nearest free comparison row inside every limit, -1 when there is none.
   *
   * @param row    a row of either arm; itself it is never
   * @param admits whether a comparison row will do, beside the limits
   */
  nearest(row: number, admits?: (comparison: number) => boolean): number;
  /** Takes a comparison row out. */
  take(row: number): void;
  distance(one: number, other: number): number;
}
