import { type Refusal, type Table, tableId } from "@likewise/schema";
import { expectedLaterScore } from "../regression-to-mean/expected-change.ts";
import { dimensionOf, tableOf, valueCell } from "./cells.ts";
import { namesOf } from "./change-tables.ts";
import type { Line, LineChange } from "./describe-line.ts";

/**
 * What first scores as far from the mean would do by themselves: change to expect if nothing happened, from a published
 * population nobody was selected from. Without one, and without a comparison group, it is refused.
 */
export function selfChangeTable(line: Line, { change }: LineChange, refusals: Refusal[]): Table[] {
  const { id, entry, scored, scoring, groups } = line;
  const { norms = [], reliability = [] } = scored.score;
  const norm = norms.find(({ sd, verified }) => sd !== undefined && verified === true);
  const retest = reliability.find(({ type, verified }) => type.startsWith("test-retest") && verified === true);
  if (norm?.sd === undefined || retest === undefined) {
    if (change.difference === null)
      refusals.push({
        id: `measure-self-change:${id}`,
        what: `what the scores of ${entry.definition.abbreviation} would have done by themselves`,
        why: "there is no comparison group, and mean, spread and test-retest correlation of people nobody selected are not known",
        unlocks: "a comparison group, or these three from a published sample",
      });
    return [];
  }
  const population = { mean: norm.mean, sd: norm.sd, correlation: retest.value };
  const known = change.groups.filter(({ pre }) => pre !== null);
  return [
    tableOf(
      tableId("measure-self-change-*", id),
      `${entry.definition.title}: change to expect by regression to the mean alone, points, from ${norm.population}`,
      `self-change-${scoring}`,
      [
        dimensionOf(
          "group",
          "Group",
          groups.filter((group) => known.some((one) => one.group === group.id)),
        ),
      ],
      known.map(({ group, pre, seen }) =>
        valueCell(
          { group: group! },
          seen,
          expectedLaterScore(pre!.mean, population) - pre!.mean,
          null,
          namesOf(line, group!).both,
        ),
      ),
    ),
  ];
}
