import type { RandomStream } from "../../../packages/stats/src/index.ts";
import { joinCells, splitCells } from "../cells.ts";
import type { Mutation } from "../mutation.ts";

/** Whole rows and their ids: repeated, orphaned, blank, in another order. The number of rows is known each time. */
export const keyMutations: readonly Mutation[] = [
  keys("rows-repeated", (rows, stream) => {
    for (let copy = stream.integer(1, 20); copy > 0; copy--) rows.push(stream.choice(rows));
  }),
  keys("ids-repeated", (rows, stream) => {
    const id = stream.choice(rows)[0]!;
    for (const row of rows) if (stream.bernoulli(0.3)) row[0] = id;
  }),
  keys("ids-orphaned", (rows, stream) => {
    for (const row of rows) if (stream.bernoulli(0.3)) row[0] = `Q${stream.integer(1, 99_999)}`;
  }),
  keys("ids-blank", (rows, stream) => {
    for (const row of rows) if (stream.bernoulli(0.4)) row[0] = stream.choice(["", " ", "-", "NK"]);
  }),
  keys("ids-spelt-otherwise", (rows, stream) => {
    for (const row of rows) {
      const id = row[0]!;
      if (stream.bernoulli(0.3))
        row[0] = stream.choice([id.toLowerCase(), ` ${id}`, `0${id}`, `${id}\u00a0`, `${id}.0`]);
    }
  }),
  keys("ids-of-objects", (rows, stream) => {
    const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "then", "0", "-1"];
    for (const row of rows) if (stream.bernoulli(0.2)) row[0] = stream.choice(names);
  }),
  keys("rows-shuffled", (rows, stream) => {
    rows.splice(0, rows.length, ...stream.shuffle(rows));
  }),
  keys("rows-lost", (rows, stream) => {
    rows.splice(stream.integer(0, rows.length - 1), stream.integer(1, Math.max(1, rows.length - 1)));
  }),
];

function keys(id: string, change: (rows: string[][], stream: RandomStream) => void): Mutation {
  const mutate: Mutation["mutate"] = ({ bytes, rows: count }, stream) => {
    const [header, ...rows] = splitCells(bytes.toString("utf8"));
    change(rows, stream);
    const text = joinCells([header!, ...rows]);
    // A last row of blanks could be a line break too many: then only the reader can say.
    const known = count !== null && rows.every((row) => row.some((cell) => cell.trim() !== ""));
    return { bytes: Buffer.from(text), rows: known ? rows.length : null };
  };
  return { id, group: "keys", mutate };
}
