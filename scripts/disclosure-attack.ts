/**
 * Attacks what disclosure control publishes: random sets of two linked tables and two releases, from seeds fixed in
 * advance, and how many cells are withheld against how many would do. The attack shares no code with what it attacks.
 *
 * Run: npx tsx --conditions=source scripts/disclosure-attack.ts --sets 500 --tables 200 --out scripts/disclosure-attack/result.json
 * With --study, the folder of a study that has run, its published tables are attacked too, with and without believing
 * what they say of themselves; several after one another.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { profileOf } from "../packages/disclosure/src/index.ts";
import { attackPublished } from "../packages/disclosure/test/attack/attack-published.ts";
import { attackSet } from "../packages/disclosure/test/attack/attack-sets.ts";
import { blindAttack } from "../packages/disclosure/test/attack/blind-attack.ts";
import { compareWithFewest } from "../packages/disclosure/test/attack/over-suppression.ts";
import { isWithheld, type Results } from "../packages/schema/src/index.ts";

const { values } = parseArgs({
  options: {
    sets: { type: "string", default: "50" },
    tables: { type: "string", default: "40" },
    study: { type: "string", multiple: true, default: [] },
    out: { type: "string" },
  },
});
const attacked = Array.from({ length: Number(values.sets) }, (_, i) => ({ seed: i + 1, ...attackSet(i + 1) }));
const pinned = attacked.filter((one) => one.pinned.length > 0);
const compared = Array.from({ length: Number(values.tables) }, (_, i) => compareWithFewest(i + 1, 4, 5)).flatMap(
  (one) => one ?? [],
);
const studies = values.study.map((folder) => {
  const read = (file: string): Results => JSON.parse(readFileSync(path.join(folder, "out", file), "utf8"));
  const [working, published] = [read("private/results.json"), read("results.json")];
  const { disclosure, tables } = published;
  const { threshold, feasibleValues } = profileOf(disclosure!.profile, disclosure!.threshold);
  const found = attackPublished({ exact: working.tables, published: tables }, null, threshold, feasibleValues);
  const blind = blindAttack({ exact: working.tables, published: tables }, threshold, feasibleValues);
  const figures = tables.flatMap(({ cells }) => cells.map(({ numerator }) => numerator));
  return {
    study: published.study.title,
    tables: tables.length,
    cells: figures.length,
    withheld: figures.filter(isWithheld).length,
    pinned: found.map(({ who }) => who),
    blind: { relationsDiscovered: blind.identities, pinned: blind.pinned.map(({ who }) => who) },
  };
});
const ratios = compared.map(({ withheld, fewest }) => withheld / fewest);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const result = {
  what: "Random sets of two linked tables of two to four dimensions with 20 to 60 % small cells, two releases each: withheld counts and small changes left with fewer than three values by linear bounds over everything published, once believing what tables say of themselves and once discovering what adds up, over both releases",
  sets: attacked.length,
  byDimensions: Object.fromEntries(
    [2, 3, 4].map((many) => [many, attacked.filter(({ dimensions }) => dimensions === many).length]),
  ),
  meanShareOfSmallCells: mean(attacked.map(({ small }) => small)),
  cells: attacked.reduce((sum, { cells }) => sum + cells, 0),
  withheld: attacked.reduce((sum, { withheld }) => sum + withheld, 0),
  relationsDiscoveredBlind: attacked.reduce((sum, one) => sum + one.relationsDiscovered, 0),
  setsWithPinnedCounts: pinned.map(({ seed, pinned: counts }) => ({ seed, counts: counts.length })),
  studies,
  overSuppression: {
    what: "Cells withheld, of random tables up to 4 by 5, over the fewest that exhaustive search finds",
    tables: ratios.length,
    mean: mean(ratios),
    greatest: Math.max(...ratios),
  },
};
console.log(JSON.stringify(result, null, 2));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
