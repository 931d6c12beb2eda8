/** Scores of the same people twice: equal lengths, at least two, all numbers. */
export function checkPairs(caller: string, pre: ArrayLike<number>, post: ArrayLike<number>, atLeast = 2): void {
  if (pre.length !== post.length) {
    throw new RangeError(
      `${caller}: pre and post must have equal lengths (people), got ${pre.length} and ${post.length}`,
    );
  }
  if (pre.length < atLeast)
    throw new RangeError(`${caller}: pre and post must hold at least ${atLeast} people, got ${pre.length}`);
  for (let i = 0; i < pre.length; i++) {
    if (!Number.isFinite(pre[i]) || !Number.isFinite(post[i])) {
      throw new RangeError(`${caller}: pre and post must be numbers (points), got ${pre[i]} and ${post[i]} at ${i}`);
    }
  }
}
