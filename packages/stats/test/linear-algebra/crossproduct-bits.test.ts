import { crossproduct, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";

/** Rows of a chunk: part of the definition of the sum. */
const chunkRows = 512;

describe("a crossproduct has the bits of its plain definition", () => {
  for (const [rows, columns] of [
    [1, 4],
    [511, 5],
    [512, 7],
    [1300, 16],
    [700, 33],
  ] as const) {
    it(`${rows} rows, ${columns} columns`, () => {
      const stream = randomStream(`crossproduct ${rows} ${columns}`);
      const values = Float64Array.from({ length: rows * columns }, () => stream.normal());
      const weights = Float64Array.from({ length: rows }, () => stream.uniform());
      const found = crossproduct({ rows, columns, values }, weights).values;
      for (let j = 0; j < columns; j++) {
        for (let k = j; k < columns; k++) {
          let total = 0;
          for (let from = 0; from < rows; from += chunkRows) {
            let sum = 0;
            for (let i = from; i < Math.min(rows, from + chunkRows); i++) {
              sum += weights[i]! * values[j * rows + i]! * values[k * rows + i]!;
            }
            total += sum;
          }
          expect(found[j * columns + k]).toBe(total);
          expect(found[k * columns + j]).toBe(total);
        }
      }
    });
  }
});
