import type { Learnable, PlannedDesignResult, PlannedShare, PlanningInput } from "@likewise/schema";
import { causalLevel } from "../causal-level.ts";
import { plannedDesigns } from "./designs/index.ts";
import { detectableWorsening, plannedPower } from "./plan-precision.ts";
import type { PlanningArithmetic } from "./planning-arithmetic.ts";

/** Harms by how rare they are; the two most common that could well be missed are told. */
const harms = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const surelySeen = 0.99;
const interviews = { people: 20, oneIn: 10 } as const;

/**
 * What a programme of this size can teach, whether or not any design would find the effect of interest.
 *
 * The numbers are those of the design that says most: of those that can be done and reach level 3, the one of most power.
 * Where none does, nothing is said of effects: more people would not make a difference one.
 *
 * @param designs as ranked
 * @source rule of three: Hanley and Lippman-Hand (1983), doi:10.1001/jama.1983.03330370053031
 */
export function whatCanBeLearnt(
  designs: readonly PlannedDesignResult[],
  input: PlanningInput,
  arithmetic: PlanningArithmetic,
): Learnable {
  const best = mostTelling(designs);
  const people = Math.max(1, Math.round(input.people));
  const seen = Math.max(1, Math.floor(input.people * (1 - input.attrition)));
  return {
    reaches: best !== null && (best.precision.power ?? 0) >= plannedPower,
    design: best?.id ?? null,
    completion: expectedShare(input.completion, people, arithmetic),
    outcome: expectedShare(input.baseRate, seen, arithmetic),
    safety: {
      ruleOfThree: Math.min(1, 3 / people),
      exact: 1 - 0.05 ** (1 / people),
      seen: harmsSeen(people),
      worsening:
        best === null ? null : detectableWorsening(plannedDesigns.find(({ id }) => id === best.id)!, input, arithmetic),
    },
    interviews: { ...interviews, chance: chanceOfSome(1 / interviews.oneIn, interviews.people) },
    sites: best === null ? null : sitesLike(best, input),
  };
}

function mostTelling(designs: readonly PlannedDesignResult[]): PlannedDesignResult | null {
  const causal = designs.filter((design) => design.obstacle === null && isCausal(design));
  return causal.reduce<PlannedDesignResult | null>(
    (best, design) => (best === null || (design.precision.power ?? 0) > (best.precision.power ?? 0) ? design : best),
    null,
  );
}

/** Whether a difference found by this design may be read as an effect. */
export function isCausal({ levels: [first] }: PlannedDesignResult): boolean {
  return (first?.level ?? 0) >= causalLevel;
}

function expectedShare(share: number, people: number, { interval }: PlanningArithmetic): PlannedShare {
  const events = Math.round(share * people);
  return { share: events / people, people, ...interval(events, people) };
}

function harmsSeen(people: number): Learnable["safety"]["seen"] {
  const seen = harms.map((oneIn) => ({ oneIn, chance: chanceOfSome(1 / oneIn, people) }));
  const first = seen.findIndex(({ chance }) => chance <= surelySeen);
  return seen.slice(first === -1 ? -2 : first).slice(0, 2);
}

/** Of seeing at least one of so many. */
function chanceOfSome(each: number, people: number): number {
  return 1 - (1 - each) ** people;
}

/** Programmes of this size: months of recruitment tell the people, so they tell how many programmes. */
function sitesLike({ precision: { needed } }: PlannedDesignResult, input: PlanningInput): number | null {
  if (needed === null) return null;
  const recruiting = needed.months - input.followUpMonths - input.lagMonths;
  return Math.ceil(recruiting / input.recruitmentMonths - 1e-9);
}
