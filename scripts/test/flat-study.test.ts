import { expect, it } from "vitest";
import { buildCohort, observe } from "../../packages/cohort/src/index.ts";
import { closeEngine, openEngine } from "../../packages/engine/src/index.ts";
import { eventBaseline, offendingOutcomes } from "../../packages/offending/src/index.ts";
import { cell, extendBaseline, isPresent, outcomeFor, textsOf } from "../../packages/schema/src/index.ts";
import { simulateProgramme } from "../../packages/simulate/src/index.ts";
import { flatStudy } from "../interval-coverage/flat-study.ts";

it("the flat study of a simulated programme holds what cohort and offending work out from its tables", async () => {
  const programme = simulateProgramme({ seed: 3 });
  const { plan, tables } = programme;
  const engine = await openEngine({ threads: 1 });
  const { anchors, baseline } = buildCohort({ plan, tables });
  const observation = observe({ plan, tables, anchors });
  const covariates = await eventBaseline({ engine, plan, tables, anchors, observation });
  const outcomes = await offendingOutcomes({ engine, plan, tables, anchors, observation });
  closeEngine(engine);
  const names = plan.cohort.baseline!.map((item) => item.id);
  const read = extendBaseline(baseline, covariates, names).table;
  const after = outcomeFor(outcomes, "da-recorded-12m", read.columns.unit.values);
  const flat = flatStudy(programme);
  const rowOf = new Map(textsOf(read, "id").values.map((id, row) => [id, row]));
  const compared = plan.comparisons[0].covariates!;
  for (let row = 0; row < flat.numRows; row++) {
    const at = rowOf.get(cell(flat.columns.id!, row) as string)!;
    const [here, there] = [flat.columns, read.columns as typeof flat.columns];
    expect(compared.map((name) => cell(there[name]!, at))).toEqual(compared.map((name) => cell(here[name]!, row)));
    expect(cell(there.arm!, at)).toBe(cell(here.selected!, row));
    expect(cell(after.value, at)).toBe(Number(cell(here.any_da_after!, row)));
  }
  const known = Array.from(rowOf.values()).filter((at) => isPresent(after.value, at));
  expect(known).toHaveLength(flat.numRows);
});
