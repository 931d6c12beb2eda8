/** 128 bits that identify a stream and are its generator's first state. */
export type StreamKey = readonly [number, number, number, number];

/**
 * The key of the stream that a label names under a parent.
 *
 * Four 32-bit lanes take in every character and are then stirred into each other, so that neighbouring
 * seeds (1, 2, 3, …) and labels start at unrelated points of the generator's cycle. The parent's key is
 * where the lanes start, which keeps "a" then "bc" apart from "ab" then "c".
 */
export function streamKey(parent: StreamKey | undefined, label: string): StreamKey {
  let [a, b, c, d] = parent ?? rootKey;
  for (let i = 0; i < label.length; i++) {
    const character = label.charCodeAt(i) + 1;
    a = Math.imul(a ^ character, 0x9e3779b1);
    b = Math.imul(rotated(b, 7) ^ character, 0x85ebca77);
    c = Math.imul(rotated(c, 13) ^ character, 0xc2b2ae3d);
    d = Math.imul(rotated(d, 19) ^ character, 0x27d4eb2f);
    [a, b, c, d] = [a ^ (b >>> 15), b ^ (c >>> 13), c ^ (d >>> 17), d ^ (a >>> 14)];
  }
  for (let round = 0; round < 4; round++) {
    a = avalanche((a + d + label.length) | 0);
    b = avalanche((b + a) | 0);
    c = avalanche((c + b) | 0);
    d = avalanche((d + c) | 0);
  }
  // All zeros is the one state the generator cannot leave.
  return (a | b | c | d) === 0 ? rootKey : [a, b, c, d];
}

/** Fractional parts of √2, √3, √5 and √7, for want of anything more arbitrary. */
const rootKey: StreamKey = [0x6a09e667, 0xbb67ae85 | 0, 0x3c6ef372, 0xa54ff53a | 0];

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/** A one-to-one map of 32-bit words in which every input bit moves about half of the output bits. */
function avalanche(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
