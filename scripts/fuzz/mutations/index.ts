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

/** Those that can follow any other, or spoil any container. */
export const blindMutations: readonly Mutation[] = byteMutations.filter(({ blind }) => blind === true);

export { planMutations };
