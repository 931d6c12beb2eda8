import type { EvaluationPlan, PlannedDesignResult, PlannedLevel, PlanningEntry } from "@likewise/schema";
import { formatCount } from "../wording/formats.ts";
import {
  chance,
  chanceText,
  entryText,
  learnableTexts,
  loweredText,
  lowerFirst,
  notLearnableTexts,
  points,
  timeText,
} from "../wording/planning-words.ts";
import { asSentence, capital } from "../wording/sentence-case.ts";
import { wrapped } from "./wrapped.ts";

/**
 * A plan for a terminal of 100 columns, two screens at most: what it rests on, the designs best first, the cheapest step
 * up, what so many people can and cannot teach, and what safety asks.
 *
 * @returns lines without colour
 */
export function describePlan(plan: EvaluationPlan): string {
  const size = plan.inputs.find(({ id }) => id === "smallestEffect")!.value as number;
  return [
    "What could be learnt, before there are any data",
    "",
    ...inputLines(plan.inputs),
    "",
    ...tableLines(plan, size),
    ...obstacleLines(plan),
    "",
    ...stepUpLines(plan, size),
    "",
    ...learnableLines(plan, size),
    "",
    ...checklistLines(plan),
  ].join("\n");
}

const entryWidth = 50;

/** Two to a line; what nobody stated has a star. */
function inputLines(inputs: readonly PlanningEntry[]): string[] {
  const texts = inputs.map((entry) => `${entry.assumed ? "* " : "  "}${capital(entry.label)}: ${entryText(entry)}`);
  const half = Math.ceil(texts.length / 2);
  return [
    "Worked out from (* assumed; each can be set, see likewise plan --help)",
    ...texts.slice(0, half).map((text, row) => `${text.padEnd(entryWidth)}${texts[half + row] ?? ""}`.trimEnd()),
  ];
}

const widths = [44, 5, 5, 14, 7, 16] as const;

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => `${cell} `.padEnd(widths[index] ?? 0))
    .join("")
    .trimEnd();
}

function tableLines({ designs, learnable }: EvaluationPlan, size: number): string[] {
  const feasible = designs.filter(({ obstacle }) => obstacle === null);
  const notes = feasible.flatMap((design) => {
    const text = loweredText(design);
    return text === null ? [] : wrapped(`${design.title}: ${text}`, "  ");
  });
  return [
    row(["Can be done here, best first", "Level of 5", "", "8 in 10", "Finds", "Needed for 80%"]),
    row(["", "2016", "1998", "would find", "effect", "people", "time"]),
    ...feasible.map(designRow),
    ...wrapped(
      `Finds effect: how often such a study would find ${points(size)}; needed: to find it in 80% of studies. 2016: Maryland scale as adapted by the What Works Centre for Local Economic Growth; 1998: the original. 3–4: 3, and 4 if what is open turns out well. From 3 on 2016 a difference may be read as an effect.`,
      "  ",
    ),
    ...(feasible.some((design) => !isCausal(design))
      ? wrapped("+ a difference, whatever made it: more people do not make it an effect.", "  ")
      : []),
    ...notes,
    ...(learnable.reaches
      ? []
      : wrapped(`No design of level 3 or more would find ${points(size)} with these people.`, "  ")),
  ];
}

function designRow({ title, levels: [first, second], precision }: PlannedDesignResult): string {
  const mark = isCausal({ levels: [first!] }) ? "" : " +";
  const { needed, detectable, power } = precision;
  const people =
    needed === null
      ? "out of reach"
      : [needed.treated, needed.comparison].flatMap((count) => (count === null ? [] : formatCount(count))).join(" + ");
  return row([
    title,
    levelText(first!),
    levelText(second!),
    detectable === null ? "nothing" : `${points(detectable)}${mark}`,
    chance(power),
    people,
    needed === null ? "" : timeText(needed.months),
  ]);
}

function isCausal({ levels: [first] }: Pick<PlannedDesignResult, "levels">): boolean {
  return (first?.level ?? 0) >= 3;
}

function levelText({ level, atMost }: PlannedLevel): string {
  if (level === null) return "none";
  return atMost === null || atMost === level ? String(level) : `${level}–${atMost}`;
}

/** Designs that want the same thing stand together. */
function obstacleLines({ designs }: EvaluationPlan): string[] {
  const wanting = new Map<string, string[]>();
  for (const { title, obstacle, levels } of designs) {
    if (obstacle === null) continue;
    const text = `${asSentence(obstacle.why)} To do it: ${asSentence(obstacle.wouldTake)}`;
    const named = `${title} (level ${levelText(levels[0]!)})`;
    wanting.set(text, [...(wanting.get(text) ?? []), named]);
  }
  if (wanting.size === 0) return [];
  return [
    "",
    "Cannot be done here, and what it would take",
    ...[...wanting].flatMap(([text, titles]) => wrapped(`${titles.join("; ")}: ${text}`, "  - ")),
  ];
}

function stepUpLines({ designs, now, stepUp }: EvaluationPlan, size: number): string[] {
  const present = designs.find(({ id }) => id === now)!;
  const next = designs.find(({ id }) => id === stepUp);
  const at = ({ title, levels }: PlannedDesignResult) => `${lowerFirst(title)}, level ${levelText(levels[0]!)}`;
  const shown = [...new Set([designs[0]!, ...(next === undefined ? [] : [next])])];
  return [
    ...wrapped(`Planned now: ${at(present)}.`, ""),
    ...wrapped(
      next === undefined
        ? "Cheapest step up: none is higher."
        : `Cheapest step up: ${at(next)}, with a chance of ${chance(next.precision.power)} to find ${points(size)}${next.obstacle === null ? "" : `. First: ${next.obstacle.wouldTake}`}.`,
      "",
    ),
    ...shown.flatMap(({ title, assumes, harm }) => [
      ...wrapped(`${title}. Takes on trust: ${assumes} Ethics: ${harm}`, "  - "),
    ]),
  ];
}

function learnableLines(plan: EvaluationPlan, size: number): string[] {
  const { learnable, designs, inputs } = plan;
  const people = entryText(inputs.find(({ id }) => id === "people")!);
  const list = (texts: readonly string[]) => texts.flatMap((text) => wrapped(asSentence(text), "  - "));
  if (learnable.reaches) {
    const { title, precision } = designs.find(({ id }) => id === learnable.design)!;
    return [
      ...wrapped(
        `With ${people} people: ${lowerFirst(title)} would find ${points(size)} with a chance of ${chanceText(precision)}.`,
        "",
      ),
      ...list(learnableTexts(plan).slice(3, 5)),
    ];
  }
  return [
    `What ${people} people can teach`,
    ...list(learnableTexts(plan)),
    `What ${people} people cannot teach`,
    ...list(notLearnableTexts(plan, size)),
  ];
}

function checklistLines({ checklist, designs, stepUp }: EvaluationPlan): string[] {
  const shown = [...new Set([designs[0]!.id, stepUp])];
  const added = designs.filter(({ id }) => shown.includes(id));
  return [
    "Before anything starts: to be ticked by people, not by this command",
    ...checklist.flatMap(({ text }) => wrapped(text, "  [ ] ")),
    ...added.flatMap(({ title, checks }) =>
      checks.flatMap((text) => wrapped(`${title}: ${lowerFirst(text)}`, "  [ ] ")),
    ),
  ];
}
