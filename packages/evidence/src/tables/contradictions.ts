import type { Design } from "../design.ts";
import type { TableEntry } from "./provenance.ts";

/** Two facts that cannot both be so. The level goes by the one that speaks against the study; both are named. */
export interface Contradiction extends TableEntry {
  readonly id: string;
  readonly text: string;
  readonly applies: (design: Design) => boolean;
}

const logic = { source: "what the words of the plan mean", status: "policy" } as const;

export const contradictions = [
  {
    id: "contradiction-control-not-randomised",
    text: "the comparison group is called a randomised control, but people were not assigned at random",
    applies: ({ comparator, assignment }) => comparator === "randomised-control" && assignment !== "random",
    ...logic,
  },
  {
    id: "contradiction-random-without-control",
    text: "people are said to be assigned at random, but nobody of the comparison could have been assigned to the programme",
    applies: ({ comparator, assignment }) =>
      assignment === "random" && ["none", "national-rate", "historical"].includes(comparator),
    ...logic,
  },
  {
    id: "contradiction-order-of-the-selected",
    text: "people are said to be chosen by people, and yet an order is argued to have decided",
    applies: ({ exclusionArgument, assignment }) => assignment === "selected" && exclusionArgument === true,
    ...logic,
  },
  {
    id: "contradiction-offered-against-offered",
    text: "everyone offered a place is said to be counted as treated, but the comparison group was offered one too",
    applies: ({ comparator, analysisSet }) =>
      (comparator === "dropouts" || comparator === "refusers") && analysisSet === "offered",
    ...logic,
  },
  {
    id: "contradiction-nobody-to-cross-over",
    text: "people of a comparison group are said to have been treated, but there is no comparison group",
    applies: ({ comparator, crossover }) => comparator === "none" && crossover !== null && crossover.comparison > 0,
    ...logic,
  },
  {
    id: "attrition-contradicted",
    text: "fewer people are declared lost than the data show, so the loss in the data counts",
    applies: ({ attritionContradicted }) => attritionContradicted,
    ...logic,
  },
] as const satisfies readonly Contradiction[];
