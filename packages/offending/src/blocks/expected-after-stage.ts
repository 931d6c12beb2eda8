import { mean } from "@likewise/stats";
import { type DeclaredSelection, regressionToTheMean } from "../regression-to-the-mean/regression-to-the-mean.ts";
import type { AroundStage } from "./around-stage.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { type PeopleInBlocks, type PersonInBlock, yearsAtLiberty } from "./people-in-blocks.ts";
import type { ExpectedInBlock } from "./stage-block.ts";

/**
 * What selection alone leads to in one block after, in the people observed for it and, with a rule, at liberty in both. A
 * block around a stage before selection may hold the very events that selected a person: it is not after selection.
 */
export function expectedAfterStage(
  { anchor, around, options, rule, indexDays }: AroundStage,
  { id: group, units }: CheckedGroup,
  window: string,
): ExpectedInBlock {
  const { selectedFrom, basePrevalence = [] } = options.plan;
  const since = units.filter(
    (unit) => (around.anchorOf(unit) ?? 0) >= (indexDays.get(unit) ?? Number.NEGATIVE_INFINITY),
  );
  const after = since.flatMap((unit) => around.inBlock(window, unit) ?? []);
  const past = selectedFrom === undefined || rule === null ? null : pastOf(rule, selectedFrom.window);
  const known = past === null ? [] : after.filter((person) => past.has(person.unit) && yearsAtLiberty(person) > 0);
  const declared: DeclaredSelection | null =
    past === null
      ? null
      : {
          population: countsOf([...past.values()]),
          selected: { ...countsOf(known.map(({ unit }) => past.get(unit)!)), yearsAfter: known.map(yearsAtLiberty) },
          atLeast: selectedFrom!.atLeast,
          lengths: { before: meanYears([...past.values()]), after: meanYears(after) },
        };
  const found = regressionToTheMean({ declared, basePrevalence, people: after.length, level: options.level });
  const seen = found.expected?.kind === "prediction" ? known : after;
  return {
    anchor,
    group,
    window,
    ...found,
    seen: { people: seen.length, withEvent: seen.filter(({ events }) => events > 0).length },
  };
}

/** Everyone observed for the whole window of the rule and at liberty in some of it. */
function pastOf({ people, inBlock }: PeopleInBlocks, window: string): ReadonlyMap<number, PersonInBlock> {
  return new Map(
    people.flatMap(({ unit }) => {
      const past = inBlock(window, unit);
      return past === null || yearsAtLiberty(past) <= 0 ? [] : [[unit, past] as const];
    }),
  );
}

function countsOf(people: readonly PersonInBlock[]) {
  return { counts: people.map(({ events }) => events), years: people.map(yearsAtLiberty) };
}

/** Half a year where there is nobody to take it from: nothing is made of it then. */
function meanYears(people: readonly PersonInBlock[]): number {
  return people.length === 0 ? 0.5 : mean(people.map(({ days }) => days)) / 365.25;
}
