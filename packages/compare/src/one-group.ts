import type { Comparison, Exclusion, Refusal } from "@likewise/schema";
import type { CompareInput } from "./compare-input.ts";
import type { ComparedOutcome } from "./outcomes/compared-outcome.ts";
import type { People } from "./people/people.ts";
import { chosenOutcomes } from "./plan-checks.ts";
import { statedAssumptions } from "./stated-design.ts";
import { emulateTargetTrial } from "./target-trial/emulate-target-trial.ts";

/**
 * What a plan without a comparison group gets: the people, and the effect on every outcome refused. Nobody shows what
 * would have become of them anyway, so there is nothing to estimate; the outcomes themselves are described elsewhere.
 */
export function oneGroup(
  input: CompareInput,
  people: People,
  exclusions: readonly Exclusion[],
  design: Comparison["design"],
  seed: number,
): Comparison {
  const trial = emulateTargetTrial(input, people, seed);
  return {
    kind: "likewise/comparison",
    version: 1,
    id: input.id,
    label: input.label,
    rows: { read: input.rowsRead, used: people.numRows, excluded: [...exclusions] },
    arms: {
      treated: people.numRows,
      comparison: 0,
      labels: input.labels ?? { treated: "people of the programme", comparison: "nobody" },
    },
    design,
    matching: null,
    weighting: null,
    balance: [],
    estimates: [],
    ...(trial.targetTrial === undefined ? {} : { targetTrial: trial.targetTrial }),
    tests: [],
    curves: [],
    models: [],
    evidence: [],
    claims: [],
    refusals: [...chosenOutcomes(input).map(noComparisonGroup), ...trial.refusals],
    assumptions: statedAssumptions({ ...input.plan, method: "none" }, null, []),
    provenance: input.provenance,
  };
}

function noComparisonGroup({ id }: ComparedOutcome): Refusal {
  return {
    id: `no-comparison-group:${id}`,
    what: id,
    why: "there is no comparison group, so nothing shows what would have happened without the programme",
    unlocks: "similar people who did not have the programme, followed from the same stage by the same records",
  };
}
