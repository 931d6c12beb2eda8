import { isPresent } from "@likewise/schema";
import type { PairedWaves } from "./pair-waves.ts";

/** Both scores of the members who have both, in the order of the pairs. */
export function seenOf({ pre, post }: Pick<PairedWaves, "pre" | "post">, members: readonly number[]) {
  const both = members.filter((at) => isPresent(pre, at) && isPresent(post, at));
  return { both, pre: both.map((at) => pre.values[at]!), post: both.map((at) => post.values[at]!) };
}
