import type { Mutation } from "../mutation.ts";
import { byteMutations } from "./bytes.ts";
import { keyMutations } from "./keys.ts";
import { planMutations } from "./plan.ts";
import { structureMutations } from "./structure.ts";
import { valueMutations } from "./values.ts";

/** Mutations of a delimited file. */
export const fileMutations: readonly Mutation[] = [
  ...byteMutations,
  ...structureMutations,
  ...valueMutations,
  ...keyMutations,
];

/** Those that ask nothing of the bytes they are given, so that they can follow any other, or spoil any container. */
export const blindMutations: readonly Mutation[] = byteMutations.filter(({ id }) =>
  ["flip-bits", "truncate", "insert-random", "insert-nulls", "duplicate-chunk", "delete-chunk", "swap-chunks"].includes(
    id,
  ),
);

export { planMutations };
