import { mean, sampleStandardDeviation, studentTQuantile } from "@likewise/stats";

/** A mean with its 95 % t interval; no interval of fewer than two, or where nothing varies. */
export function meanOf(values: readonly number[]): {
  readonly value: number | null;
  readonly interval: [number, number] | null;
} {
  if (values.length === 0) return { value: null, interval: null };
  const value = mean(values);
  if (values.length < 2) return { value, interval: null };
  const error = sampleStandardDeviation(values) / Math.sqrt(values.length);
  if (error === 0) return { value, interval: null };
  const half = studentTQuantile(0.975, values.length - 1) * error;
  return { value, interval: [value - half, value + half] };
}
