import { type Columns, closest, Failure, indexStage, recordFields, type StudyPlan } from "@likewise/schema";
import { textAt } from "../people/fields.ts";
import { pathwaySteps } from "./funnel-steps.ts";

/**
 * Every stage the plan names must be recorded, or be one that may be: a standard one, a step of `cohort.funnel`, or
 * what the plan maps a value to. Nobody reaches a mistyped stage, so all that is asked of it would be missing without a
 * word.
 *
 * A step of `cohort.funnel` declares a stage, which nobody may have reached yet: it is refused only where it nearly is
 * another one that the funnel does not have. Values of the data are not listed, as a wrong column may hold anything.
 *
 * @throws Failure (usage) naming each unknown stage and what may have been meant; never where no stages were read
 */
export function requireKnownStages(plan: StudyPlan, { stages }: Readonly<Record<string, Columns>>): void {
  if (stages === undefined || stages.numRows === 0) return;
  const known = new Set([...standardStages(), ...mappedStages(plan), ...recordedStages(stages)]);
  const steps = (plan.cohort.funnel?.steps ?? []).map(({ stage }) => stage);
  const problems = stagesNamed(plan).flatMap(({ path, stage, declares }) => {
    if (known.has(stage) || (!declares && steps.includes(stage))) return [];
    const candidates = [...known].filter((one) => !declares || !steps.includes(one));
    const meant = closest(stage, candidates);
    if (meant === null && declares) return [];
    const found = `found "${stage}"${meant === null ? "" : `; did you mean "${meant}"?`}`;
    return [`study.yaml: ${path}: expected a stage that the data or cohort.funnel have, ${found}`];
  });
  if (problems.length > 0) throw new Failure("usage", problems.join("\nlikewise: "));
}

interface StageNamed {
  readonly path: string;
  readonly stage: string;
  /** Whether it declares the stage rather than referring to one. */
  readonly declares: boolean;
}

function stagesNamed({ cohort }: StudyPlan): StageNamed[] {
  const named = (path: string, stage: string | undefined, declares = false): StageNamed[] =>
    stage === undefined ? [] : [{ path: `cohort.${path}`, stage, declares }];
  const { funnel, waiting, blocks, runChart, landmarks, exposure, pseudoStarts } = cohort;
  return [
    ...(funnel?.steps ?? []).flatMap(({ stage }, at) => named(`funnel.steps[${at}].stage`, stage, true)),
    ...(waiting ?? []).flatMap(({ from, to }, at) => [
      ...named(`waiting[${at}].from`, from),
      ...named(`waiting[${at}].to`, to),
    ]),
    ...(blocks?.anchors ?? []).flatMap((stage, at) =>
      stage === indexStage ? [] : named(`blocks.anchors[${at}]`, stage),
    ),
    ...named("runChart.entry", runChart?.entry),
    ...(runChart?.exits ?? []).flatMap((stage, at) => named(`runChart.exits[${at}]`, stage)),
    ...(landmarks ?? []).flatMap(({ stage }, at) => named(`landmarks[${at}].stage`, stage)),
    ...(exposure ?? []).flatMap(({ stage }, at) => named(`exposure[${at}].stage`, stage)),
    ...named("pseudoStarts.stage", pseudoStarts?.stage),
  ];
}

/** Of the pathway, of exits and of the panel: nobody may have reached them yet. */
function standardStages(): string[] {
  const suggested = recordFields("stages").find(({ name }) => name === "stage")?.suggested ?? [];
  const decisions = recordFields("selections").find(({ name }) => name === "panel_decision")?.values ?? [];
  return [...pathwaySteps.map(({ stage }) => stage), ...suggested, ...decisions];
}

function mappedStages({ data }: StudyPlan): string[] {
  const column = data.tables.stages?.columns.stage;
  return typeof column === "object" ? Object.values(column.values ?? {}).map(String) : [];
}

function recordedStages({ columns, numRows }: Columns): Set<string> {
  const recorded = new Set<string>();
  for (let row = 0; row < numRows; row++) {
    const stage = textAt(columns.stage, row);
    if (stage !== null) recorded.add(stage);
  }
  return recorded;
}
