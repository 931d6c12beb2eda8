import type { Columns, Refusal, StudyPlan } from "@likewise/schema";
import { newcombeDifference, riskRatio, type Share, shareOf } from "@likewise/stats";
import { notInData } from "../pathway/cells.ts";
import { stagesReached } from "../pathway/stages-reached.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, readPeople, unitsOfRows } from "../people/people.ts";
import { type AreaShare, areaBaseline } from "./area-baseline.ts";
import { type CharacteristicLevels, characteristicLevels, isGroup } from "./characteristic-levels.ts";

/** A ratio of two shares, and the difference that stands where a ratio cannot. */
export interface Contrast {
  /** First over second; null where either has nobody selected, or nobody at all. */
  readonly ratio: number | null;
  readonly interval: readonly [number, number] | null;
  /** First minus second, -1 to 1; null where either has nobody at all. */
  readonly difference: number | null;
  readonly differenceInterval: readonly [number, number] | null;
}

export interface ReachLevel {
  readonly level: string;
  /** Answers that name no group (unknown, prefer-not-to-say, not-recorded) are compared with nobody. */
  readonly known: boolean;
  /** Selected, of those considered. */
  readonly selected: Share;
  /** Against everyone else of known groups together. */
  readonly againstOthers: Contrast | null;
  /** Against the reference level; null for itself. */
  readonly againstReference: Contrast | null;
  /** Share of those selected against the share of the area’s population; null without a population table. */
  readonly againstArea: AreaShare | null;
}

export interface ReachOfCharacteristic {
  readonly field: string;
  readonly label: string;
  /** The level others are held against; null where no group is known. */
  readonly reference: string | null;
  readonly levels: readonly ReachLevel[];
}

export interface Reach {
  readonly kind: "likewise/reach";
  readonly options: { readonly of: "selections" | "referrals"; readonly reach: StudyPlan["cohort"]["reach"] | null };
  readonly considered: number;
  readonly selected: number;
  readonly characteristics: readonly ReachOfCharacteristic[];
  readonly refusals: readonly Refusal[];
}

/**
 * Who is reached: selection rates by protected characteristic, as ratios with 95 % intervals.
 *
 * Considered is everyone in the selection log, selected those the panel took and the provider did not refuse (the panel
 * decides where the provider’s decision is not recorded); without a log, everyone
 * referred and those who started. Each known group is held against all others together and against a reference; where
 * a population table is there, the make-up of those selected is held against that of the area too. Unknown,
 * prefer-not-to-say and not recorded are counted apart and compared with nobody. Ratios are crude: they show where to
 * look, not why.
 *
 * @param tables `population` counts groups as field:level (ethnicity:asian)
 * @returns null when nobody was considered
 * @source ratio: Katz et al. (1978), doi:10.2307/2530610; difference: Newcombe (1998), method 10
 */
export function reach({ plan, tables }: { plan: StudyPlan; tables: Readonly<Record<string, Columns>> }): Reach | null {
  const people = readPeople(tables);
  const of = tables.selections === undefined ? "referrals" : "selections";
  const { considered, selected } = of === "selections" ? bySelections(tables, people) : byReferrals(tables, people);
  const units = [...considered.keys()].sort((a, b) => a - b);
  if (units.length === 0) return null;
  const characteristics = characteristicLevels(plan.cohort, people, units, (unit) => considered.get(unit)!);
  return {
    kind: "likewise/reach",
    options: { of, reach: plan.cohort.reach ?? null },
    considered: units.length,
    selected: units.filter((unit) => selected.has(unit)).length,
    characteristics: characteristics.map((one) => ofCharacteristic(one, units, selected, plan, tables)),
    refusals: [
      ...(characteristics.length === 0
        ? [
            notInData(
              "reach-characteristics",
              "Reach by protected characteristic",
              "a protected characteristic of people",
            ),
          ]
        : []),
      ...(tables.population === undefined
        ? [notInData("reach-area", "Reach against the population of the area", "a population table")]
        : []),
    ],
  };
}

interface Candidates {
  /** Unit to the day they were first considered. */
  readonly considered: ReadonlyMap<number, number | null>;
  readonly selected: ReadonlySet<number>;
}

function bySelections({ selections }: Readonly<Record<string, Columns>>, people: People): Candidates {
  const { decision_date, panel_decision, provider_decision } = selections!.columns;
  const considered = new Map<number, number | null>();
  const selected = new Set<number>();
  unitsOfRows(selections!, people).forEach((unit, row) => {
    if (unit < 0) return;
    const day = dayAt(decision_date, row);
    const standing = considered.get(unit) ?? null;
    considered.set(unit, standing === null ? day : day === null ? standing : Math.min(standing, day));
    const provider = textAt(provider_decision, row);
    if (textAt(panel_decision, row) === "selected" && (provider ?? "accepted") === "accepted") selected.add(unit);
  });
  return { considered, selected };
}

function byReferrals(tables: Readonly<Record<string, Columns>>, people: People): Candidates {
  const reached = stagesReached(tables, people);
  const referred = reached.get("referred") ?? new Map();
  return {
    considered: new Map([...referred].map(([unit, record]) => [unit, record.day])),
    selected: new Set(reached.get("started")?.keys() ?? []),
  };
}

function ofCharacteristic(
  { field, label, levels, levelOf }: CharacteristicLevels,
  units: readonly number[],
  selected: ReadonlySet<number>,
  plan: StudyPlan,
  tables: Readonly<Record<string, Columns>>,
): ReachOfCharacteristic {
  const counts = new Map(levels.map((level) => [level, { events: 0, total: 0 }]));
  for (const unit of units) {
    const count = counts.get(levelOf(unit))!;
    count.total += 1;
    if (selected.has(unit)) count.events += 1;
  }
  const known = levels.filter(isGroup);
  const all = sumOf(known.map((level) => counts.get(level)!));
  const reference = referenceLevel(known, counts, plan.cohort.reach?.references?.[field]);
  const area = areaBaseline(plan, tables.population, field, known);
  return {
    field,
    label,
    reference,
    levels: levels.map((level) => {
      const count = counts.get(level)!;
      const isKnown = known.includes(level);
      const others = { events: all.events - count.events, total: all.total - count.total };
      return {
        level,
        known: isKnown,
        selected: shareOf(count.events, count.total),
        againstOthers: isKnown && known.length > 1 ? contrast(count, others) : null,
        againstReference: isKnown && level !== reference ? contrast(count, counts.get(reference!)!) : null,
        againstArea: isKnown && area !== null ? area(level, count.events, all.events) : null,
      };
    }),
  };
}

/** The level the plan names, or the largest of those known; of equals the first in order. */
function referenceLevel(
  known: readonly string[],
  counts: ReadonlyMap<string, Count>,
  declared: string | undefined,
): string | null {
  if (declared !== undefined && known.includes(declared)) return declared;
  const most = Math.max(...known.map((level) => counts.get(level)!.total));
  return known.find((level) => counts.get(level)!.total === most) ?? null;
}

interface Count {
  readonly events: number;
  readonly total: number;
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ events: a.events + b.events, total: a.total + b.total }), { events: 0, total: 0 });
}

function contrast(first: Count, second: Count): Contrast {
  if (first.total === 0 || second.total === 0) {
    return { ratio: null, interval: null, difference: null, differenceInterval: null };
  }
  const { difference, lower, upper } = newcombeDifference({ first, second });
  const apart = { difference, differenceInterval: [lower, upper] as const };
  // With nobody selected in a group the ratio or its interval does not exist.
  if (first.events === 0 || second.events === 0) return { ratio: null, interval: null, ...apart };
  const found = riskRatio({ first, second });
  return { ratio: found.ratio, interval: [found.lower, found.upper], ...apart };
}
