/** Row of a unit that stands a second time; -1 where each stands once. */
export function repeatedUnit(units: Int32Array): number {
  const rising = inRisingOrder(units);
  const place = rising.findIndex((unit, at) => at > 0 && unit === rising[at - 1]);
  return place < 0 ? -1 : units.indexOf(rising[place]!, units.indexOf(rising[place]!) + 1);
}

/** The same units from least to greatest; as a rule they are already, and sorting a million takes a while. */
export function inRisingOrder(units: Int32Array): Int32Array {
  for (let row = 1; row < units.length; row++) if (units[row]! < units[row - 1]!) return units.slice().sort();
  return units;
}
