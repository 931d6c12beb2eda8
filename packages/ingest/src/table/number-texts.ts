/** Different texts, numbered in the order in which they first come. */
export interface NumberedTexts {
  readonly texts: readonly string[];
  readonly numberOf: (text: string) => number;
}

/**
 * Numbers texts as a `Map` would, five times as fast: cells are fresh strings, for which a `Map` has to work out a hash by
 * a call out of compiled code each time.
 */
export function numberTexts(): NumberedTexts {
  const texts: string[] = [];
  let hashes = new Int32Array(1 << 8);
  /** Number + 1 of the text at each slot, 0 = free; at most half are taken. */
  let slots = new Int32Array(1 << 9);
  const grow = (): void => {
    const wider = new Int32Array(slots.length * 2);
    wider.set(hashes);
    hashes = wider;
    slots = new Int32Array(slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < texts.length; number++) {
      let slot = hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  };
  const numberOf = (text: string): number => {
    const hash = hashOf(text);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let number = slots[slot]! - 1; number !== -1; number = slots[slot]! - 1) {
      if (hashes[number] === hash && texts[number] === text) return number;
      slot = (slot + 1) & mask;
    }
    const number = texts.push(text) - 1;
    slots[slot] = number + 1;
    hashes[number] = hash;
    if (texts.length * 2 >= slots.length) grow();
    return number;
  };
  return { texts, numberOf };
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
