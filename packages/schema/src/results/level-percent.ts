/**
 * A confidence level as a reader meets it, never rounded up to certainty.
 *
 * @param level 0 to 1
 * @example
 * levelPercent(0.95); // "95%"
 * levelPercent(0.99999892); // "99.9998%"
 */
export function levelPercent(level: number): string {
  const percent = Math.round(level * 1000) / 10;
  if (level <= 0.999) return `${percent}%`;
  const decimals = Math.ceil(-Math.log10(100 * (1 - level)));
  return `${Math.floor(level * 100 * 10 ** decimals) / 10 ** decimals}%`;
}
