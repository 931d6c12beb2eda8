/** One more than the largest code: room for a number per cluster. */
export function clusterRoom(codes: Int32Array): number {
  let room = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= room) room = codes[row]! + 1;
  return room;
}

/**
 * How many different clusters people are in.
 *
 * @param codes whole numbers from 0, not necessarily all of them
 */
export function clusterCount(codes: Int32Array): number {
  const seen = new Uint8Array(clusterRoom(codes));
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    count += 1 - seen[codes[row]!]!;
    seen[codes[row]!] = 1;
  }
  return count;
}
