import type { DesignDescription, PlannedDesignResult, PlanningInput, PlanningObstacle } from "@likewise/schema";
import type { PlanningArithmetic } from "./planning-arithmetic.ts";

/** A design a programme may plan: what it declares is all the planner knows of it. */
export interface PlannedDesign {
  readonly id: string;
  readonly title: string;
  readonly effort: PlannedDesignResult["effort"];
  /** Null where it can be done here. */
  readonly obstacle: (input: PlanningInput) => PlanningObstacle | null;
  /** The facts such a study would state if all goes as expected; its level is what grading makes of them. */
  readonly describe: (input: PlanningInput) => DesignDescription;
  /** Who would be compared if so many were treated, before anybody is lost. */
  readonly groups: (input: PlanningInput, treated: number, arithmetic: PlanningArithmetic) => PlannedGroups;
  /** In a sentence: what has to hold. */
  readonly assumes: string;
  /** In a sentence: what it may do to people, and what guards against that. */
  readonly harm: string;
  readonly checks: readonly string[];
  readonly source: string;
}

/** Two groups, or areas that start in turn. */
export interface PlannedGroups {
  readonly treated: number;
  /** null: a published rate, as good as known */
  readonly comparison: number | null;
  /** share of both groups for whom a match is found; 1 where nobody is matched */
  readonly found: number;
  /** how many times as many people as a plain trial */
  readonly inflation: number;
  /** People of either group may be treated as the other, which thins the effect. */
  readonly crosses: boolean;
  readonly wedge: { readonly areas: number; readonly steps: number } | null;
}
