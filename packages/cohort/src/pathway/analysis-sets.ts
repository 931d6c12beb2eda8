import type { AnalysisSet, Cohort, Refusal } from "@likewise/schema";
import type { StagesReached } from "./stages-reached.ts";

export type AnalysisSetId = NonNullable<Cohort["analysisSet"]>;

/**
 * Which stage a person must have reached to be in the set (null = everyone in the arm), and why only one is the headline.
 *
 * @example
 * analysisSetDefinitions.filter((set) => !set.mayBeHeadline).map((set) => set.id); // ["completed"]
 */
export const analysisSetDefinitions: readonly {
  readonly id: AnalysisSetId;
  readonly stage: string | null;
  readonly mayBeHeadline: boolean;
  readonly why: string;
}[] = [
  {
    id: "referred",
    stage: null,
    mayBeHeadline: true,
    why: "Everyone in the arm, whatever happened next: nobody is left out for something that came after the decision.",
  },
  {
    id: "offered",
    stage: "offered",
    mayBeHeadline: true,
    why: "People offered a place, whether or not they took it up.",
  },
  {
    id: "started",
    stage: "started",
    mayBeHeadline: true,
    why: "People who took part at all: they chose to, so they differ from those who did not.",
  },
  {
    id: "completed",
    stage: "completed",
    mayBeHeadline: false,
    why: "Completing comes after entry and depends on what also drives the outcome, so completers are described and never the headline.",
  },
];

/**
 * How many people of each arm are in each analysis set. Comparison people who reached a stage of the programme count
 * too: they crossed over.
 *
 * @returns sets whose stage occurs; the headline says so in `why`
 */
export function analysisSets(
  headline: AnalysisSetId,
  armUnits: Readonly<Record<"treated" | "comparison", readonly number[]>>,
  reached: StagesReached,
): AnalysisSet[] {
  return analysisSetDefinitions
    .filter(({ stage }) => stage === null || reached.has(stage))
    .flatMap(({ id, stage, why }) =>
      (["treated", "comparison"] as const).map((arm) => ({
        id,
        arm,
        people: armUnits[arm].filter((unit) => stage === null || reached.get(stage)?.has(unit)).length,
        why: id === headline ? `Headline. ${why}` : why,
      })),
    );
}

/** The set the headline analyses: what the plan asks for, unless that is completers. */
export function headlineSet(asked: AnalysisSetId | undefined): {
  readonly id: AnalysisSetId;
  readonly refusals: readonly Refusal[];
} {
  const definition = analysisSetDefinitions.find(({ id }) => id === (asked ?? "referred"))!;
  if (definition.mayBeHeadline) return { id: definition.id, refusals: [] };
  return {
    id: "referred",
    refusals: [
      {
        id: "completers-as-headline",
        what: "cohort.analysisSet: completed",
        why: "People who complete differ from those who do not in what also drives the outcome, and nobody can complete after an early event ends their place",
        unlocks: "Set analysisSet to referred, offered or started; completers are counted among the analysis sets",
      },
    ],
  };
}
