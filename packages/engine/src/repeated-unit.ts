/** Row of a unit that stands a second time; -1 where each stands once. */
export function repeatedUnit(units: Int32Array): number {
  const rising = inRisingOrder(units);
  for (let place = 1; place < rising.length; place++) {
    if (rising[place] === rising[place - 1]) return units.indexOf(rising[place]!, units.indexOf(rising[place]!) + 1);
  }
  return -1;
}

/** The same units from least to greatest; as a rule they are already, and sorting a million takes a while. */
export function inRisingOrder(units: Int32Array): Int32Array {
  for (let row = 1; row < units.length; row++) if (units[row]! < units[row - 1]!) return units.slice().sort();
  return units;
}
