import { mean } from "@likewise/stats";
import { type DeclaredSelection, regressionToTheMean } from "../regression-to-the-mean/regression-to-the-mean.ts";
import type { AroundStage } from "./around-stage.ts";
import type { CheckedGroup } from "./checked-groups.ts";
import { type Block, observedRows, ofRows, rowsWith, yearsAtLiberty } from "./people-in-blocks.ts";
import type { ExpectedInBlock } from "./stage-block.ts";

/**
 * What selection alone leads to in one block after, in the people observed for it and, with a rule, at liberty in both. A
 * block around a stage before selection may hold the very events that selected a person: it is not after selection.
 */
export function expectedAfterStage(
  { anchor, around, options, rule, selected }: AroundStage,
  { id: group, rows }: CheckedGroup,
  window: string,
): ExpectedInBlock {
  const { selectedFrom, basePrevalence = [] } = options.plan;
  const since = rowsWith(
    rows,
    (row) => around.people[row]!.anchor! >= (selected[row]!.anchor ?? Number.NEGATIVE_INFINITY),
  );
  const block = around.block(window);
  const after = observedRows(block, since);
  const past = selectedFrom === undefined || rule === null ? null : rule.block(selectedFrom.window);
  const known = past === null ? after.subarray(0, 0) : atLiberty(block, atLiberty(past, after));
  const declared: DeclaredSelection | null =
    past === null
      ? null
      : {
          population: countsOf(past, everyoneIn(past)),
          selected: { ...countsOf(past, known), yearsAfter: yearsAtLiberty(block, known) },
          atLeast: selectedFrom!.atLeast,
          lengths: { before: meanYears(past, everyoneIn(past)), after: meanYears(block, after) },
        };
  const found = regressionToTheMean({ declared, basePrevalence, people: after.length, level: options.level });
  const seen = found.expected?.kind === "prediction" ? known : after;
  return {
    anchor,
    group,
    window,
    ...found,
    seen: { people: seen.length, withEvent: rowsWith(seen, (row) => block.events[row]! > 0).length },
  };
}

function everyoneIn(block: Block): Int32Array {
  return atLiberty(
    block,
    block.days.map((_, row) => row),
  );
}

/** Observed for the whole block and at liberty in some of it (days of those who were not are -1). */
function atLiberty(block: Block, rows: Int32Array): Int32Array {
  return rowsWith(rows, (row) => block.days[row]! > block.custodyDays[row]!);
}

function countsOf(block: Block, rows: Int32Array) {
  return { counts: ofRows(block.events, rows), years: yearsAtLiberty(block, rows) };
}

/** Half a year where there is nobody to take it from: nothing is made of it then. */
function meanYears({ days }: Block, rows: Int32Array): number {
  return rows.length === 0 ? 0.5 : mean(ofRows(days, rows)) / 365.25;
}
