/** The same effect in several studies, and where one more study's would lie. On the scale of the measure. */
export interface PooledStudies {
  readonly studies: number;
  readonly estimate: number;
  readonly interval: readonly [number, number];
  /** Where the true effect of one more study like these would lie. */
  readonly prediction: readonly [number, number];
  /** Standard deviation of the true effects; of their logarithms where the measure is a ratio. */
  readonly spread: number;
  readonly spreadInterval: readonly [number, number];
  readonly level: number;
}
