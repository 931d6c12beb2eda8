/** Categories of the Department for Transport by their lowest ratio; a ratio on a boundary takes the upper one. */
const categories: readonly { readonly from: number; readonly label: string }[] = [
  { from: 4, label: "very high" },
  { from: 2, label: "high" },
  { from: 1.5, label: "medium" },
  { from: 1, label: "low" },
  { from: 0, label: "poor" },
  { from: Number.NEGATIVE_INFINITY, label: "very poor" },
];

/**
 * The value-for-money category of a benefit-cost ratio. It is a label and no verdict: the Treasury's review of 2025 holds that a ratio
 * below 1 is not by itself poor value.
 *
 * @source Department for Transport, Value for Money Framework and supplementary guidance on categories (2024)
 * @example
 * valueForMoney(2); // "high"
 */
export function valueForMoney(ratio: number): string {
  return categories.find(({ from }) => ratio >= from)!.label;
}
