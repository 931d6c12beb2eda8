import { type Figure, isWithheld, type Table } from "@likewise/schema";
import { linearBounds, type Riddle } from "./linear-bounds.ts";

/** One count left with too few values, or a small one that can be read. */
export interface Pinned {
  readonly who: string;
  readonly least: number;
  readonly most: number;
}

/** What was published, with what it was made from: the exact tables say only which labels tell the truth. */
export interface Release {
  readonly exact: readonly Table[];
  readonly published: readonly Table[];
}

/**
 * Holds published tables to their profile as an outsider would who knows the rules. A count is known by the name its
 * producer gave it, else by definition, window and the levels it is narrowed to, in all tables linked to one another. Totals are
 * sums of levels; a share leaves the people without; neighbours of nested levels leave the people between; sums of named
 * counts hold; labels say on which side of the threshold a count lies; and people do not leave, so that a count is at
 * least what an earlier release said.
 *
 * @param threshold counts below it are small
 * @param values    how many values must fit
 * @returns withheld counts with fewer; small counts nobody prints, and small changes, that can be worked out
 */
export function attackPublished(
  { exact, published }: Release,
  earlier: Release | null,
  threshold: number,
  values: number,
): Pinned[] {
  const truth = countsOf(exact);
  const before = earlier === null ? new Map<string, Figure>() : countsOf(earlier.published);
  const shown = countsOf(published);
  const sums = published.flatMap((table) => sumsOf(table, truth)).filter((sum) => holds(sum, truth));
  const unknown = [...new Set([...shown.keys(), ...sums.flatMap(({ total, parts }) => [total, ...parts])])].filter(
    (who) => typeof shown.get(who) !== "number",
  );
  const numberOf = new Map(unknown.map((who, index) => [who, index]));
  const isPrimary = (who: string) => {
    const figure = shown.get(who);
    const exactly = exactlyOf(who, truth);
    return isWithheld(figure) && figure.withheld === "primary" && exactly !== null && exactly < threshold;
  };
  const least = unknown.map((who) => {
    const exactly = exactlyOf(who, truth);
    const figure = shown.get(who);
    const secondary = isWithheld(figure) && figure.withheld === "secondary";
    const large = secondary && exactly !== null && exactly >= threshold;
    const label = isPrimary(who) ? Math.min(1, exactly ?? 0) : large ? threshold : 0;
    const old = before.get(who);
    return Math.max(label, typeof old === "number" ? old : 0);
  });
  const most = unknown.map((who) => (isPrimary(who) ? threshold - 1 : Number.POSITIVE_INFINITY));
  const equations = sums.map(({ total, parts }) => {
    const terms = new Map<number, number>();
    let comesTo = 0;
    for (const [who, sign] of [[total, 1], ...parts.map((part) => [part, -1])] as [string, number][]) {
      const index = numberOf.get(who);
      if (index === undefined) comesTo -= sign * (shown.get(who) as number);
      else terms.set(index, (terms.get(index) ?? 0) + sign);
    }
    return { terms, comesTo };
  });
  const pinned: Pinned[] = [];
  for (const { riddle, members } of apart({
    equations: equations.filter(({ terms }) => terms.size > 0),
    least,
    most,
  })) {
    const bounds = linearBounds(riddle);
    if (bounds === null) throw new RangeError("attackPublished: what was published must hold");
    for (const [place, [low, high]] of bounds.entries()) {
      const who = unknown[members[place]!]!;
      const fitting = Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) + 1;
      // What nobody prints may be had unless it is small.
      const harmless = !shown.has(who) && (low > threshold - 0.5 || high < 0.5);
      if (fitting < values && !harmless) pinned.push({ who, least: low, most: high });
    }
  }
  for (const [who, figure] of shown) {
    const old = before.get(who);
    if (typeof figure !== "number" || typeof old !== "number") continue;
    const change = Math.abs(figure - old);
    if (change > 0 && change < threshold) pinned.push({ who: `change of ${who}`, least: change, most: change });
  }
  return pinned;
}

/** A count of months merged before they were published is the sum of those in its name. */
function exactlyOf(who: string, truth: ReadonlyMap<string, Figure>): number | null {
  const figures = truth.has(who) ? [truth.get(who)] : who.split(" + ").map((part) => truth.get(part));
  return figures.every((figure) => typeof figure === "number")
    ? figures.reduce((sum: number, figure) => sum + (figure as number), 0)
    : null;
}

type Part = "numerator" | "denominator";

/** Who a part of a cell counts, in words that do not depend on the table. */
function whoIs(table: Table, cell: Table["cells"][number], part: Part): string {
  const narrowed = table.dimensions
    .filter(({ id, total }) => cell.at[id] !== total)
    .map(({ id }) => [id, cell.at[id]])
    .sort();
  const linked = [table.id, ...table.linked].sort();
  // Counts and numerators of shares may be of different people under one definition.
  const kind = cell.denominator === null ? "count" : part;
  return cell.of?.[part] ?? JSON.stringify([linked, table.definition, table.window, table.unit, narrowed, kind]);
}

function countsOf(tables: readonly Table[]): Map<string, Figure> {
  return new Map(
    tables.flatMap((table) =>
      table.cells.flatMap((cell) =>
        (["numerator", "denominator"] as const).flatMap((part): [string, Figure][] =>
          cell[part] === null ? [] : [[whoIs(table, cell, part), cell[part]]],
        ),
      ),
    ),
  );
}

/** Whoever reads a table sees whether its cells add up: denominators that are everyone at every level do not. */
function holds({ total, parts }: NamedSum, truth: ReadonlyMap<string, Figure>): boolean {
  const [whole, ...figures] = [total, ...parts].map((who) => exactlyOf(who, truth));
  if (whole === null || figures.includes(null)) return true;
  return whole === figures.reduce((sum: number, figure) => sum + figure!, 0);
}

interface NamedSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Everything a table says adds up; what is left over has a name of its own. */
function sumsOf(table: Table, truth: ReadonlyMap<string, Figure>): NamedSum[] {
  const sums: NamedSum[] = [...(table.sums ?? [])];
  const key = (at: Readonly<Record<string, string>>) => JSON.stringify(table.dimensions.map(({ id }) => at[id]));
  for (const part of ["numerator", "denominator"] as const) {
    const cells = new Map(
      table.cells.filter((cell) => cell[part] !== null).map((cell) => [key(cell.at), whoIs(table, cell, part)]),
    );
    for (const { at } of table.cells)
      for (const { id, levels, total, cumulative } of table.dimensions) {
        const inner = levels.filter((level) => level.id !== total);
        const whole = cells.get(key(at));
        const parts = inner.map((level) => cells.get(key({ ...at, [id]: level.id })));
        if (at[id] === total && whole !== undefined && !parts.includes(undefined))
          sums.push({ total: whole, parts: parts as string[] });
        const next = inner[inner.findIndex((level) => level.id === at[id]) + 1];
        const other = next === undefined ? undefined : cells.get(key({ ...at, [id]: next.id }));
        if (cumulative !== true || at[id] === total || whole === undefined || other === undefined || whole === other)
          continue;
        // Steps narrow and days widen, as everybody knows who reads them.
        const [outer, lesser] =
          (truth.get(whole) as number) >= (truth.get(other) as number) ? [whole, other] : [other, whole];
        sums.push({ total: outer, parts: [lesser, `${outer} less ${lesser}`] });
      }
  }
  for (const cell of table.cells) {
    if (cell.denominator === null) continue;
    const [events, people] = [whoIs(table, cell, "numerator"), whoIs(table, cell, "denominator")];
    if (events !== people) sums.push({ total: people, parts: [events, `${people} less ${events}`] });
  }
  return sums;
}

/** Unknowns that hang together, one riddle for each group of them. */
function apart(riddle: Riddle): { readonly riddle: Riddle; readonly members: readonly number[] }[] {
  const group = riddle.least.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root]!;
    return root;
  };
  for (const { terms } of riddle.equations) {
    const roots = [...terms.keys()].map(rootOf);
    for (const root of roots) group[root] = Math.min(...roots);
  }
  const byRoot = new Map<number, number[]>();
  for (const index of group.keys()) byRoot.set(rootOf(index), [...(byRoot.get(rootOf(index)) ?? []), index]);
  return [...byRoot.values()].map((members) => {
    const place = new Map(members.map((index, at) => [index, at]));
    const equations = riddle.equations
      .filter(({ terms }) => place.has([...terms.keys()][0]!))
      .map(({ terms, comesTo }) => ({
        terms: new Map([...terms].map(([index, factor]) => [place.get(index)!, factor])),
        comesTo,
      }));
    return {
      members,
      riddle: {
        equations,
        least: members.map((index) => riddle.least[index]!),
        most: members.map((index) => riddle.most[index]!),
      },
    };
  });
}
