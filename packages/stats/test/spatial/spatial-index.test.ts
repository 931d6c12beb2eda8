import { randomStream, type SpatialItems, spatialIndex } from "@likewise/stats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Looks at every item. */
function bruteForce(
  { dimensions, coordinates, windows = [], turns }: SpatialItems,
  gone: ReadonlySet<number>,
  point: Float64Array,
  at: Float64Array,
  within: number,
  admits: (item: number) => boolean,
): number {
  const items = Array.from({ length: coordinates.length / dimensions }, (_, item) => item);
  const squared = (item: number) => {
    let total = 0;
    for (let d = 0; d < dimensions; d++) total += (coordinates[item * dimensions + d]! - point[d]!) ** 2;
    return total;
  };
  const fits = items.filter(
    (item) =>
      !gone.has(item) &&
      admits(item) &&
      Math.sqrt(squared(item)) <= within &&
      windows.every(({ values, width }, w) => Math.abs(values[item]! - at[w]!) <= width),
  );
  const least = Math.min(...fits.map(squared));
  const tied = fits.filter((item) => squared(item) <= least * (1 + 1e-9));
  const turn = (item: number) => turns?.[item] ?? item;
  return tied.sort((a, b) => turn(a) - turn(b))[0] ?? -1;
}

describe("a spatial index", () => {
  it("finds what looking at every item finds, whatever the windows, limits and items gone", () => {
    const setting = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      count: fc.integer({ min: 1, max: 120 }),
      dimensions: fc.integer({ min: 1, max: 6 }),
      levels: fc.constantFrom(2, 4, 1000),
      windows: fc.integer({ min: 0, max: 2 }),
      within: fc.constantFrom(Number.POSITIVE_INFINITY, 2, 0.5, 0),
    });
    fc.assert(
      fc.property(setting, ({ seed, count, dimensions, levels, windows, within }) => {
        const stream = randomStream(seed);
        const draw = () => stream.integer(0, levels - 1) / Math.max(1, levels / 4);
        const column = (length: number) => Float64Array.from({ length }, draw);
        const items: SpatialItems = {
          dimensions,
          coordinates: column(count * dimensions),
          windows: Array.from({ length: windows }, (_, w) => ({ values: column(count), width: w === 0 ? 0.5 : 1 })),
          turns: stream.shuffle(Array.from({ length: count }, (_, item) => item)),
        };
        const index = spatialIndex(items);
        const gone = new Set<number>();
        for (let query = 0; query < count; query++) {
          const [point, at] = [column(dimensions), column(windows)];
          const admits = (item: number) => (item + query) % 5 !== 0;
          const found = index.nearest({ point, at, within, admits });
          expect(found).toBe(bruteForce(items, gone, point, at, within, admits));
          if (found < 0) continue;
          gone.add(found);
          index.remove(found);
          index.remove(found);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("says there is none when all are gone, and when there never were any", () => {
    const index = spatialIndex({ dimensions: 1, coordinates: Float64Array.of(4) });
    index.remove(0);
    expect(index.nearest({ point: Float64Array.of(4) })).toBe(-1);
    const empty = spatialIndex({ dimensions: 2, coordinates: new Float64Array(0) });
    expect(empty.nearest({ point: Float64Array.of(0, 0) })).toBe(-1);
  });

  it("takes items at one place in the order of their turns", () => {
    const index = spatialIndex({
      dimensions: 1,
      coordinates: new Float64Array(40),
      turns: Array.from({ length: 40 }, (_, i) => -i),
    });
    expect(index.nearest({ point: Float64Array.of(1) })).toBe(39);
    index.remove(39);
    expect(index.nearest({ point: Float64Array.of(1) })).toBe(38);
  });

  it("is not fooled by rounding: distances equal but for it go by turn", () => {
    const index = spatialIndex({ dimensions: 1, coordinates: Float64Array.of(1 + 1e-15, -1) });
    expect(index.nearest({ point: Float64Array.of(0) })).toBe(0);
  });

  it.each([
    [{ dimensions: 2, coordinates: new Float64Array(3) }],
    [{ dimensions: 1, coordinates: Float64Array.of(Number.NaN) }],
    [{ dimensions: 1, coordinates: new Float64Array(2), turns: [1] }],
    [{ dimensions: 1, coordinates: new Float64Array(2), windows: [{ values: new Float64Array(2), width: -1 }] }],
  ])("refuses what does not fit", (items) => {
    expect(() => spatialIndex(items)).toThrow(RangeError);
  });
});
