import { type Count, type CountSystem, feasibleRange, type Profile, profileOf, suppress } from "@likewise/disclosure";
import { describe, expect, it } from "vitest";
import { canBe, type Puzzle } from "./feasible-values.ts";

const profile = profileOf("default");
const count = (id: string, value: number, over: Partial<Count> = {}): Count => ({
  id,
  value,
  printedAt: [id],
  sensitive: true,
  need: 1,
  known: false,
  of: null,
  ...over,
});

/** A two-way table with totals as a system of counts. */
function systemOf(inside: readonly (readonly number[])[]): CountSystem {
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const columns = inside[0]!.map((_, j) => inside.map((row) => row[j]!));
  const counts = [
    ...inside.flatMap((row, i) => row.map((value, j) => count(`${i},${j}`, value))),
    ...inside.map((row, i) => count(`row ${i}`, sum(row))),
    ...columns.map((column, j) => count(`column ${j}`, sum(column))),
    count("all", sum(inside.flat())),
  ];
  const sums = [
    ...inside.map((row, i) => ({ total: `row ${i}`, parts: row.map((_, j) => `${i},${j}`) })),
    ...columns.map((column, j) => ({ total: `column ${j}`, parts: column.map((_, i) => `${i},${j}`) })),
    { total: "all", parts: inside.map((_, i) => `row ${i}`) },
    { total: "all", parts: columns.map((_, j) => `column ${j}`) },
  ];
  return { counts, sums };
}

/** The same system as an outsider meets it who knows the rule: labels bound what is withheld, the rest is print. */
function puzzleOf(
  system: CountSystem,
  withheld: ReadonlyMap<string, string>,
  { threshold }: Profile,
): { puzzle: Puzzle; ids: string[] } {
  const ids = system.counts.map((each) => each.id).filter((id) => withheld.has(id));
  const value = new Map(system.counts.map((each) => [each.id, each.value]));
  const puzzle: Puzzle = {
    least: ids.map((id) => (withheld.get(id) === "primary" ? 1 : value.get(id)! >= threshold ? threshold : 0)),
    most: ids.map((id) => (withheld.get(id) === "primary" ? threshold - 1 : value.get(id)! + 25)),
    sums: system.sums.map(({ total, parts }) => {
      const signed: [string, number][] = [[total, 1], ...parts.map((part): [string, number] => [part, -1])];
      return {
        members: signed
          .filter(([id]) => withheld.has(id))
          .map(([id, sign]): [number, number] => [ids.indexOf(id), sign]),
        comesTo: -signed
          .filter(([id]) => !withheld.has(id))
          .reduce((all, [id, sign]) => all + sign * value.get(id)!, 0),
      };
    }),
  };
  return { puzzle, ids };
}

function feasible(system: CountSystem, withheld: ReadonlyMap<string, string>, id: string): number {
  const { puzzle, ids } = puzzleOf(system, withheld, profile);
  const index = ids.indexOf(id);
  const truth = system.counts.find((each) => each.id === id)!.value;
  let found = 0;
  for (let value = Math.max(0, truth - 6); value <= truth + 6 && found < 3; value++)
    if (canBe(puzzle, index, value)) found++;
  return found;
}

describe("bounds by linear reasoning", () => {
  it("two unknowns with a known sum of 7, the first between 1 and 4: by hand 1 to 4 and 3 to 6", () => {
    // True values 3 and 4; the second at least 0.
    const system = { rows: [[1, 1]], lower: [-2, -4], upper: [1, Number.POSITIVE_INFINITY] };
    expect(feasibleRange(system, 0)).toEqual([-2, 1]);
    expect(feasibleRange(system, 1)).toEqual([-1, 2]);
  });

  it("three unknowns with all three pairwise sums known leave nothing open", () => {
    const rows = [
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
    ];
    const system = { rows, lower: [-9, -9, -9], upper: [9, 9, 9] };
    for (const unknown of [0, 1, 2]) {
      const [down, up] = feasibleRange(system, unknown);
      expect(down).toBeCloseTo(0, 9);
      expect(up).toBeCloseTo(0, 9);
    }
  });

  it("what only several sums together give away is found: rows 1 and 2 less columns 1 and 2 leave one cell", () => {
    // a11 + a12 + a13 = r1; a21 + a22 = r2; a11 + a21 = c1; a12 + a22 = c2; so a13 is known exactly.
    const rows = [
      [1, 1, 1, 0, 0],
      [0, 0, 0, 1, 1],
      [1, 0, 0, 1, 0],
      [0, 1, 0, 0, 1],
    ];
    const system = { rows, lower: [-9, -9, -9, -9, -9], upper: [9, 9, 9, 9, 9] };
    expect(feasibleRange(system, 2).map((each) => Math.abs(Math.round(each * 1e6)))).toEqual([0, 0]);
    expect(feasibleRange(system, 0)).toEqual([-9, 9]);
  });

  it("an unknown in no sum is as open as its own bounds", () => {
    expect(feasibleRange({ rows: [], lower: [-2], upper: [Number.POSITIVE_INFINITY] }, 0)).toEqual([
      -2,
      Number.POSITIVE_INFINITY,
    ]);
  });
});

describe("which counts are withheld", () => {
  it("one small cell takes one companion in its row and column, and the corner that ties them", () => {
    const { withheld, unprotected } = suppress(
      systemOf([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
      profile,
    );
    expect(unprotected).toEqual([]);
    expect(withheld.get("0,0")).toBe("primary");
    expect(withheld.size).toBe(4);
    expect([...withheld.values()].filter((kind) => kind === "secondary")).toHaveLength(3);
  });

  it("nothing is withheld when every count is large, or zero", () => {
    expect(
      suppress(
        systemOf([
          [5, 20],
          [0, 50],
        ]),
        profile,
      ).withheld.size,
    ).toBe(0);
  });

  it("a small difference nobody prints is protected by withholding one side of it", () => {
    const system: CountSystem = {
      counts: [count("before", 40), count("after", 38), count("lost", 2, { printedAt: [] })],
      sums: [{ total: "before", parts: ["after", "lost"] }],
    };
    expect(suppress(system, profile).withheld.size).toBe(1);
  });

  it("what readers need least goes first", () => {
    const system: CountSystem = {
      counts: [count("before", 40, { need: 2 }), count("after", 38), count("lost", 2, { printedAt: [] })],
      sums: [{ total: "before", parts: ["after", "lost"] }],
    };
    expect([...suppress(system, profile).withheld.keys()]).toEqual(["after"]);
  });

  it("what is known already is never withheld, and what it gives away is named", () => {
    const system: CountSystem = {
      counts: [count("all", 13, { known: true }), count("men", 10, { known: true }), count("women", 3)],
      sums: [{ total: "all", parts: ["men", "women"] }],
    };
    const { withheld, unprotected } = suppress(system, profile);
    expect([...withheld.keys()]).toEqual(["women"]);
    expect(unprotected).toEqual(["women"]);
  });

  it("none or all of a small group is withheld, of a large group shown", () => {
    const group = (events: number, people: number): CountSystem => ({
      counts: [count("people", people), count("events", events, { of: "people" })],
      sums: [],
    });
    for (const [events, people] of [
      [0, 9],
      [9, 9],
    ] as const)
      expect(suppress(group(events, people), profile).withheld.get("events"), `${events}/${people}`).toBe("primary");
    expect(suppress(group(0, 55), profile).withheld.size).toBe(0);
    expect(suppress(group(0, 55), profileOf("strict-10")).withheld.get("events")).toBe("primary");
  });

  it("the label must not give the value away: 1 beside a secondary in a total of 6 could only be 1", () => {
    // A secondary is 5 or more, so 1 + 5 = 6 is the only reading; a companion elsewhere or the total must go too.
    const system: CountSystem = {
      counts: [count("total", 6), count("a", 1), count("b", 5)],
      sums: [{ total: "total", parts: ["a", "b"] }],
    };
    const { withheld } = suppress(system, profile);
    expect(withheld.has("total")).toBe(true);
    expect(feasible(system, withheld, "a")).toBeGreaterThanOrEqual(3);
  });
});

describe("labels", () => {
  it("three small counts in a small total: by their labels the total is 3 or 4, so one of them loses its label", () => {
    const system: CountSystem = {
      counts: [count("total", 3), count("a", 1), count("b", 1), count("c", 1)],
      sums: [{ total: "total", parts: ["a", "b", "c"] }],
    };
    const { withheld, unprotected } = suppress(system, profile);
    expect(unprotected).toEqual([]);
    expect([...withheld.values()].filter((kind) => kind === "secondary")).toHaveLength(1);
    for (const id of withheld.keys()) expect(feasible(system, withheld, id), id).toBeGreaterThanOrEqual(3);
  });
});

describe("attack: tables of 2 to 4 rows and columns drawn with many small cells", () => {
  let state = 4711;
  const draw = (n: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const tables = Array.from({ length: 200 }, () => {
    const [rows, columns] = [2 + draw(3), 2 + draw(3)];
    const small = 2 + draw(4);
    return Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (draw(10) < small ? draw(5) : 5 + draw(30))),
    );
  });

  it("no withheld cell is left with fewer than three values that fit, by trying every value", () => {
    for (const inside of tables) {
      const system = systemOf(inside);
      const { withheld, unprotected } = suppress(system, profile);
      expect(unprotected).toEqual([]);
      for (const each of system.counts) if (each.value > 0 && each.value < 5) expect(withheld.has(each.id)).toBe(true);
      for (const id of withheld.keys())
        expect(feasible(system, withheld, id), `${id} of ${JSON.stringify(inside)}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("not everything goes: tables of ten or more cells keep a third of their cells on average", () => {
    const kept = tables
      .filter((inside) => inside.flat().length >= 9)
      .map((inside) => {
        const system = systemOf(inside);
        return 1 - suppress(system, profile).withheld.size / system.counts.length;
      });
    expect(kept.reduce((all, share) => all + share, 0) / kept.length).toBeGreaterThan(1 / 3);
  });

  it("the same table gives the same answer", () => {
    for (const inside of tables.slice(0, 10))
      expect(suppress(systemOf(inside), profile)).toEqual(suppress(systemOf(inside), profile));
  });
});
