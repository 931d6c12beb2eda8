export interface QueueEntry {
  /** treated row */
  readonly row: number;
  /** decides between equal distances, lower first */
  readonly turn: number;
  readonly comparison: number;
  readonly distance: number;
}

/** Candidate pairs by distance: a binary heap. */
export function pairQueue(): { push(entry: QueueEntry): void; pop(): QueueEntry | undefined } {
  const heap: QueueEntry[] = [];
  return {
    push(entry) {
      let at = heap.push(entry) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (before(heap[parent]!, entry)) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = entry;
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
        if (before(last, heap[child]!)) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = last;
      return top;
    },
  };
}

function before(a: QueueEntry, b: QueueEntry): boolean {
  return a.distance < b.distance || (a.distance === b.distance && a.turn < b.turn);
}
