import { poolRareLevels, profileOf, rareLevel } from "@likewise/disclosure";
import {
  type Baseline,
  booleanColumn,
  categoryColumn,
  columnsOf,
  dateColumn,
  integerColumn,
  numberColumn,
  textColumn,
} from "@likewise/schema";
import { expect, it } from "vitest";

/** Eleven people: five of the north, four of the south, one whose area is a name by mistake, one of no known area. */
const areas = ["North", "South", "North", "South", "Zeb Quarmby", "North", null, "South", "North", "South", "North"];

function baselineOf(values: readonly (string | null)[]): Baseline {
  const people = values.length;
  const all = <T>(value: T) => Array.from({ length: people }, () => value);
  return {
    kind: "likewise/baseline",
    version: 1,
    unitKind: "person",
    options: {},
    seed: null,
    madeFrom: [],
    imputation: 0,
    covariates: ["area", "age"],
    table: columnsOf({
      unit: integerColumn(values.map((_, row) => row + 1)),
      id: textColumn(values.map((_, row) => `P${row + 1}`)),
      cluster: categoryColumn(all(null)),
      role: categoryColumn(all("perpetrator")),
      arm: booleanColumn(values.map((_, row) => row % 2 === 0)),
      indexDate: dateColumn(all(18_000)),
      area: categoryColumn(values),
      age: numberColumn(values.map((_, row) => 20 + row)),
    }),
  };
}

const areaOf = ({ table }: Baseline): (string | null)[] => {
  const column = table.columns.area;
  if (column?.type !== "category") throw new TypeError("area must be a category");
  return Array.from(column.values, (value, row) => (column.valid?.[row] === 0 ? null : column.levels[value]!));
};

it("a level that fewer people than the threshold have is named nowhere, and every other stays with its people", () => {
  const { baseline, notes } = poolRareLevels(baselineOf(areas), profileOf("default"));
  const rare = areas.map((area) => (area === "South" || area === "Zeb Quarmby" ? rareLevel : area));
  expect(areaOf(baseline)).toEqual(rare);
  expect(JSON.stringify([baseline.table.columns.area, notes])).not.toMatch(/Quarmby|South/);
  expect(notes).toHaveLength(1);
});

it("a threshold met exactly is not rare: five people keep the name of their level", () => {
  const { baseline } = poolRareLevels(baselineOf(areas), profileOf("default", 4));
  expect(areaOf(baseline)).toEqual(areas.map((area) => (area === "Zeb Quarmby" ? rareLevel : area)));
});

it("without a rare level the baseline is the one given, and numbers are left alone", () => {
  const given = baselineOf(["North", "North"]);
  expect(poolRareLevels(given, profileOf("none"))).toEqual({ baseline: given, notes: [] });
  const { baseline } = poolRareLevels(baselineOf(areas), profileOf("default"));
  expect(baseline.table.columns.age).toEqual(baselineOf(areas).table.columns.age);
});
