/** The same effect in several studies, and where one more study's would lie. On the scale of the measure. */
export interface PooledStudies {
  readonly studies: number;
  readonly estimate: number;
  readonly interval: readonly [number, number];
  /** Where the true effect of one more study like these would lie; null where the studies cannot say. */
  readonly prediction: readonly [number, number] | null;
  /** Why there is no prediction, and what would unlock it; null where there is one. */
  readonly noPrediction: { readonly why: string; readonly unlocks: string } | null;
  /** Standard deviation of the true effects; of their logarithms where the measure is a ratio. */
  readonly spread: number;
  readonly spreadInterval: readonly [number, number];
  readonly level: number;
}
