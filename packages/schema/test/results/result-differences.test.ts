import { keyTrail, listKeys, resultAt, resultDifferences, resultLeaves } from "@likewise/schema";
import { describe, expect, it } from "vitest";

const funnel = (...steps: [string, unknown][]) => ({ funnel: steps.map(([step, count]) => ({ step, count })) });

describe("what differs between two documents of results", () => {
  it("is nothing for equal documents, whatever the order of keys and entries", () => {
    const before = {
      a: 1,
      funnel: [
        { step: "x", count: 1 },
        { step: "y", count: { withheld: "primary" } },
      ],
    };
    const now = {
      funnel: [
        { count: { withheld: "primary" }, step: "y" },
        { count: 1, step: "x" },
      ],
      a: 1,
    };
    expect(resultDifferences(before, now)).toEqual([]);
  });

  it("is told by key: changed, added last of what only the earlier holds, withheld as withheld", () => {
    const before = funnel(["a", 5], ["b", 7], ["c", 9]);
    const now = funnel(["a", { withheld: "primary" }], ["d", 1], ["c", 9]);
    expect(resultDifferences(before, now)).toEqual([
      { key: "funnel/a/count", before: 5, now: { withheld: "primary" } },
      { key: "funnel/d/step", before: undefined, now: "d" },
      { key: "funnel/d/count", before: undefined, now: 1 },
      { key: "funnel/b/step", before: "b", now: undefined },
      { key: "funnel/b/count", before: 7, now: undefined },
    ]);
  });

  it("tells a null from a key that is not there", () => {
    expect(resultDifferences({ a: null }, {})).toEqual([{ key: "a", before: null, now: undefined }]);
    expect(resultDifferences({}, { a: null })).toEqual([{ key: "a", before: undefined, now: null }]);
  });
});

describe("keys of cells", () => {
  const results = {
    tables: [
      {
        id: "reach",
        cells: [
          { at: { area: "north", sex: "female" }, numerator: 4 },
          { at: { area: "north", sex: "a/b" }, numerator: { withheld: "secondary" } },
        ],
      },
    ],
  };

  it("name the levels, not the place, and places still lead there", () => {
    expect(listKeys(results)).toEqual([
      "tables/reach/cells/area=north,sex=female/numerator",
      "tables/reach/cells/area=north,sex=a~1b/numerator",
    ]);
    for (const { key, value } of resultLeaves(results)) expect(resultAt(results, key)).toEqual(value);
    expect(resultAt(results, "tables/reach/cells/0/numerator")).toBe(4);
  });

  it("stay what they are when a level is added", () => {
    const cells = [{ at: { area: "east", sex: "female" }, numerator: 9 }, ...results.tables[0]!.cells];
    const more = { tables: [{ ...results.tables[0], cells }] };
    expect(resultDifferences(results, more).map(({ key }) => key)).toEqual([
      "tables/reach/cells/area=east,sex=female/at/area",
      "tables/reach/cells/area=east,sex=female/at/sex",
      "tables/reach/cells/area=east,sex=female/numerator",
    ]);
  });
});

describe("the trail of a key", () => {
  it("holds each step with what the schema says it is", () => {
    const results = { funnel: [{ step: "started", shareOfPrevious: 0.5, interval: [0.4, 0.6] }] };
    const trail = keyTrail(results, "funnel/started/interval/0");
    expect(trail.map(({ segment }) => segment)).toEqual(["funnel", "started", "interval", "0"]);
    expect(trail[0]!.description).toBe("The pathway, step by step");
    expect(trail.at(-1)!.value).toBe(0.4);
  });

  it("ends where the key leads nowhere, and below something withheld", () => {
    expect(keyTrail({ funnel: [] }, "funnel/started/count")).toHaveLength(1);
    expect(keyTrail({ coverage: { withheld: "primary" } }, "coverage/x")).toHaveLength(1);
  });

  it("is described by the schema of plans below options", () => {
    const [options, seed] = keyTrail({ options: { seed: 1 } }, "options/seed");
    expect([options!.segment, seed!.value, typeof seed!.description]).toEqual(["options", 1, "string"]);
  });
});
