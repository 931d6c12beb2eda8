/** Influences added up within each cluster. */
export function clusterTotals(influence: Float64Array, codes: Int32Array, numClusters: number): Float64Array {
  const totals = new Float64Array(numClusters);
  for (let row = 0; row < codes.length; row++) totals[codes[row]!] = totals[codes[row]!]! + influence[row]!;
  return totals;
}
