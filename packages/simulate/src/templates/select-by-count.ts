import { parseIsoDate } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { drawFrom } from "../model/draw-events.ts";
import { type Candidate, drawCandidate } from "../model/draw-person.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import { type Decision, meritOf } from "../selection/select-people.ts";
import type { StudyTemplate } from "./study-template.ts";

/** One person and what was decided. */
export interface Choice {
  readonly candidate: Candidate;
  readonly selected: boolean;
  readonly decision: Decision | null;
}

/**
 * So many people selected and so many not, in order: by merit from the top (as many with and without a recent crime as
 * the counts say), by chance, or by where they live.
 */
export function selectByCount(
  template: StudyTemplate,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Choice[] {
  const { counts, tables } = template;
  const candidates = drawDecided(template, parameters, stream.split("candidates"));
  if (tables.selection === "area")
    return candidates.map((candidate, i) => livingIn(candidate, i, template, parameters, stream));
  const merits = candidates.map((candidate) => meritOf(candidate, parameters, stream));
  const order = Array.from(candidates.keys());
  if (tables.selection === "merit") order.sort((a, b) => merits[b]!.merit - merits[a]!.merit);
  const selected = new Set(chosen(order, candidates, counts.selected, counts.selectedAfterCrime));
  const passedOver = order.filter((i) => !selected.has(i));
  const forCapacity = new Set(passedOver.slice(0, counts.capacityRefused ?? 0));
  const rest = tables.selection === "waiting-list" ? "waiting" : "no-place";
  return [...order.filter((i) => selected.has(i)), ...passedOver].map((i) => {
    const { score, judgement } = merits[i]!;
    const decided = { score, judgement } as const;
    const decision: Decision = selected.has(i)
      ? { ...decided, panelDecision: "selected", providerDecision: "accepted", reason: null }
      : forCapacity.has(i)
        ? { ...decided, panelDecision: "capacity-refused", providerDecision: null, reason: rest }
        : { ...decided, panelDecision: "not-selected", providerDecision: null, reason: "lower-priority" };
    return { candidate: candidates[i]!, selected: selected.has(i), decision };
  });
}

function drawDecided({ counts, tables }: StudyTemplate, parameters: ProgrammeParameters, stream: RandomStream) {
  const firstDay = parseIsoDate(parameters.firstPanel)!;
  const without = counts.withoutCrime ?? 0;
  const needed = counts.selected + counts.others;
  const candidates: Candidate[] = [];
  let withoutCrime = 0;
  while (candidates.length < needed) {
    const candidate = drawCandidate(parameters, firstDay, stream);
    const { all24m, domestic24m } = candidate.history;
    if (tables.needsCrime === true && domestic24m === 0) continue;
    if (counts.withoutCrime !== undefined) {
      const full = all24m === 0 ? withoutCrime === without : candidates.length - withoutCrime === needed - without;
      if (full) continue;
      if (all24m === 0) withoutCrime++;
    }
    candidates.push(candidate);
  }
  return candidates;
}

/** The first of an order, so many of them with a domestic-abuse crime in the 12 months before. */
function chosen(
  order: readonly number[],
  candidates: readonly Candidate[],
  places: number,
  afterCrime: number | undefined,
): number[] {
  if (afterCrime === undefined) return order.slice(0, places);
  const recent = order.filter((i) => candidates[i]!.history.domestic12m > 0);
  const none = order.filter((i) => candidates[i]!.history.domestic12m === 0);
  return [...recent.slice(0, afterCrime), ...none.slice(0, places - afterCrime)];
}

function livingIn(
  candidate: Candidate,
  i: number,
  { counts, tables }: StudyTemplate,
  { people }: ProgrammeParameters,
  stream: RandomStream,
): Choice {
  const selected = i < counts.selected;
  const areas = tables.programmeAreas ?? [];
  const lives = (area: string) => areas.includes(area) === selected;
  let { area } = candidate.covariates;
  if (!people.areas.values.some(lives)) {
    throw new RangeError(
      `selectByCount: programmeAreas must name some of the areas and leave some, got ${areas.join(", ") || "none"}`,
    );
  }
  while (!lives(area)) area = drawFrom(people.areas, stream);
  return { candidate: { ...candidate, covariates: { ...candidate.covariates, area } }, selected, decision: null };
}
