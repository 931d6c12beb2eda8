/** Codes in memory that threads share: nothing is copied between them, and it does not make the engine look for garbage. */
export type SharedCodes = Int32Array<SharedArrayBuffer>;

/** Room for so many codes; what is never written takes no memory. */
export function roomForCodes(length: number): SharedCodes {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}
