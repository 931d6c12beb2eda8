import type { RandomStream } from "../../packages/stats/src/index.ts";

/** One file, or the plan, about to be spoilt. */
export interface Material {
  readonly bytes: Buffer;
  /** Rows of data, or null where an earlier change left that open. */
  readonly rows: number | null;
}

/** What a mutation made of it. */
export interface Mutant {
  readonly bytes: Buffer;
  /** Rows of data the file now holds, or null where only the reader could say. */
  readonly rows: number | null;
  /** Text put into cells, which no message may hold. */
  readonly planted?: readonly string[];
}

/** One way of spoiling an input. */
export interface Mutation {
  readonly id: string;
  /** Whether it asks nothing of the bytes it is given, delimited text or not. */
  readonly blind?: true;
  readonly group: "bytes" | "structure" | "types" | "dates" | "keys" | "plan" | "containers";
  readonly mutate: (material: Material, stream: RandomStream) => Mutant;
}

/** A mutation of the text of a plan or file. */
export function onText(mutate: (text: string, stream: RandomStream) => string): Mutation["mutate"] {
  return ({ bytes }, stream) => ({ bytes: Buffer.from(mutate(bytes.toString("utf8"), stream)), rows: null });
}
