import { type Cell, isWithheld, type Results, resultKey, type Table } from "@likewise/schema";
import { isAboutPeople } from "../about-people.ts";
import { familiesOf } from "../coarsening/families.ts";
import type { Profile } from "../profiles.ts";
import { totalNames } from "./count-names.ts";
import type { CountId, Reader } from "./readings.ts";
import { readSeen } from "./seen.ts";

/**
 * Tables with totals. A cell withheld in one place is withheld wherever the same people are counted: by the names the
 * producer gives (`Cell.of`), in linked tables by definition, window and levels, and, where nobody has said anything, by
 * level and number. That last rule may take two groups of one size for one. It errs on the safe side: an outsider who
 * takes them for one knows more than one who does not, so whoever is protected against the first is against both.
 * Counts of services and their work say nothing about a person, and hide nothing.
 */
export function readTables({ tables }: Results, read: Reader, profile: Profile): void {
  const families = familiesOf(tables);
  for (const table of tables) {
    const whole = wholeGroups(table, profile);
    const sensitive = isAboutPeople(table);
    const numerators = new Map<string, CountId>();
    const denominators = new Map<string, CountId>();
    for (const [index, cell] of table.cells.entries()) {
      const at = (part: string) => `tables/${resultKey(table.id)}/cells/${index}/${part}`;
      const names = (part: "numerator" | "denominator") =>
        namesOf(table, cell, part, families.get(table.id)!, whole, profile);
      const denominator = read.count(at("denominator"), cell.denominator, { same: names("denominator"), sensitive });
      const numerator = read.count(at("numerator"), cell.numerator, { same: names("numerator"), sensitive });
      read.among(numerator, denominator, sensitive);
      read.derive([at("value"), at("interval/0"), at("interval/1")], [numerator, denominator], {
        people: sensitive ? denominator : null,
      });
      // That there is nobody to judge by is no verdict on few people.
      const judged = cell.denominator === 0 || !sensitive ? null : denominator;
      read.derive([at("asked/verdict")], [numerator, denominator], { people: judged });
      numerators.set(place(table, cell.at), numerator);
      denominators.set(place(table, cell.at), denominator);
    }
    for (const cells of [numerators, denominators]) readMargins(table, cells, read);
    readParts(table, numerators, denominators, read);
  }
  readSums(tables, read);
  readFurther(tables, read);
  readSeen(tables, read);
}

/** Ratios and differences rest on counts of other cells too, wherever those are printed. */
function readFurther(tables: readonly Table[], read: Reader): void {
  for (const { id, cells } of tables)
    for (const [index, { of }] of cells.entries()) {
      const at = (part: string) => `tables/${resultKey(id)}/cells/${index}/${part}`;
      const from = (of?.value ?? []).map((name) => read.named(name));
      if (from.length > 0) read.derive([at("value"), at("interval/0"), at("interval/1"), at("asked/verdict")], from);
    }
}

/** Every total is the sum of the levels along its dimension; of levels within one another, neighbours differ by a rest. */
function readMargins(table: Table, cells: ReadonlyMap<string, CountId>, read: Reader): void {
  for (const { at } of table.cells)
    for (const dimension of table.dimensions) {
      const level = at[dimension.id];
      const cellAt = (id: string) => cells.get(place(table, { ...at, [dimension.id]: id }));
      const levels = dimension.levels.filter(({ id }) => id !== dimension.total);
      if (dimension.total !== null && level === dimension.total) {
        const parts = levels.map(({ id }) => cellAt(id));
        if (!parts.includes(undefined)) read.sum(cellAt(level) ?? null, parts as CountId[]);
      }
      if (dimension.cumulative !== true) continue;
      const next = levels[levels.findIndex(({ id }) => id === level) + 1];
      if (level === dimension.total || next === undefined) continue;
      const [one, other] = [cellAt(level!) ?? null, cellAt(next.id) ?? null];
      // Steps narrow, days widen: whichever is larger holds the other.
      if (read.rest(one, [other]) === null) read.rest(other, [one]);
    }
}

/** Numerators that make up the people they are all out of, along a dimension without a total, are its parts. */
function readParts(
  table: Table,
  numerators: ReadonlyMap<string, CountId>,
  denominators: ReadonlyMap<string, CountId>,
  read: Reader,
): void {
  for (const dimension of table.dimensions) {
    const [first] = dimension.levels;
    if (dimension.total !== null || dimension.levels.length < 2) continue;
    for (const { at, of } of table.cells) {
      // Named counts say themselves what adds up.
      if (at[dimension.id] !== first!.id || of?.numerator !== undefined) continue;
      const places = dimension.levels.map(({ id }) => place(table, { ...at, [dimension.id]: id }));
      const parts = places.map((each) => numerators.get(each) ?? null);
      const wholes = new Set(places.map((each) => denominators.get(each) ?? null));
      if (wholes.size === 1) read.sum([...wholes][0]!, parts);
    }
  }
}

/** Sums of named counts. A name nobody prints is worked out, where only one of a sum is not known. */
function readSums(tables: readonly Table[], read: Reader): void {
  const sums = tables.flatMap((table) => table.sums ?? []);
  const values = new Map(read.exactly);
  for (let before = -1; before !== values.size; ) {
    before = values.size;
    for (const { total, parts } of sums) {
      const unknown = [total, ...parts].filter((name) => !values.has(name));
      if (unknown.length !== 1) continue;
      const known = parts.reduce((all, part) => all + (values.get(part) ?? 0), 0);
      const value = unknown[0] === total ? known : values.get(total)! - known;
      if (value >= 0) values.set(unknown[0]!, value);
    }
  }
  const idOf = (name: string) =>
    read.named(name) ?? (values.has(name) ? read.unprinted(name, values.get(name)!) : null);
  for (const { total, parts } of sums) read.sum(idOf(total), parts.map(idOf));
}

function place(table: Table, at: Cell["at"]): string {
  return JSON.stringify(table.dimensions.map((dimension) => at[dimension.id]));
}

/** Everything that says who a count of a cell counts. */
function namesOf(
  table: Table,
  cell: Cell,
  part: "numerator" | "denominator",
  family: string,
  whole: ReadonlySet<string>,
  { threshold }: Profile,
): string[] {
  const figure = cell[part];
  const name = cell.of?.[part];
  const narrowed = levelsOf(table, cell, () => true);
  const names = [`table ${JSON.stringify([family, table.definition, table.window, table.unit, narrowed])} ${part}`];
  if (name !== undefined) names.push(name);
  if (figure === null || isWithheld(figure) || figure === 0) return names;
  // A share of all of a group is not the group: "all" may have to go where the group need not.
  if (part === "numerator" && figure === cell.denominator) return names;
  names.push(`${family} ${table.unit} ${JSON.stringify(narrowed)} ${figure}`);
  if (figure < threshold) return names;
  names.push(...totalNames(table.unit, narrowed, figure));
  if (name !== undefined) return names;
  const group = groupKey(table, cell, figure);
  return part === "denominator" || whole.has(group) ? [...names, group] : names;
}

/** The groups that cells of a table are out of; a step that is as large as one of them is that one. */
function wholeGroups(table: Table, { threshold }: Profile): ReadonlySet<string> {
  return new Set(
    table.cells.flatMap((cell) =>
      typeof cell.denominator === "number" && cell.denominator >= threshold
        ? [groupKey(table, cell, cell.denominator)]
        : [],
    ),
  );
}

/** A group as one table has it, over the levels that are no parts of a total: the same number is the same people. */
function groupKey(table: Table, cell: Cell, people: number): string {
  return `table ${table.id} ${JSON.stringify(levelsOf(table, cell, ({ total }) => total !== null))} ${people} people`;
}

/** The levels a cell is narrowed to, without the dimensions it is a total over. */
function levelsOf(table: Table, cell: Cell, counts: (dimension: Table["dimensions"][number]) => boolean) {
  return table.dimensions
    .filter((dimension) => counts(dimension) && cell.at[dimension.id] !== dimension.total)
    .map(({ id }): [string, string] => [id, cell.at[id]!])
    .sort();
}
