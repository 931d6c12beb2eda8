/** A binary min-heap of numbers, each with a whole-number tag; equal keys leave in order of their tags. */
export interface TaggedHeap {
  readonly size: () => number;
  /** Smallest key; `Infinity` when empty. */
  readonly topKey: () => number;
  /** Removes the entry of the smallest key and returns its tag; the heap must not be empty. */
  readonly pop: () => number;
  readonly push: (key: number, tag: number) => void;
}

/** @param capacity most entries it will hold at once */
export function taggedHeap(capacity: number): TaggedHeap {
  const keys = new Float64Array(capacity);
  const tags = new Int32Array(capacity);
  let size = 0;

  function place(key: number, tag: number, at: number): void {
    keys[at] = key;
    tags[at] = tag;
  }

  function push(key: number, tag: number): void {
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(key, tag, keys[parent]!, tags[parent]!)) break;
      place(keys[parent]!, tags[parent]!, at);
      at = parent;
    }
    place(key, tag, at);
  }

  function pop(): number {
    const top = tags[0]!;
    size--;
    const key = keys[size]!;
    const tag = tags[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < size && isBefore(keys[right]!, tags[right]!, keys[child]!, tags[child]!)) child = right;
      if (!isBefore(keys[child]!, tags[child]!, key, tag)) break;
      place(keys[child]!, tags[child]!, at);
      at = child;
    }
    place(key, tag, at);
    return top;
  }

  return { size: () => size, topKey: () => (size === 0 ? Number.POSITIVE_INFINITY : keys[0]!), pop, push };
}

function isBefore(key: number, tag: number, otherKey: number, otherTag: number): boolean {
  return key < otherKey || (key === otherKey && tag < otherTag);
}
