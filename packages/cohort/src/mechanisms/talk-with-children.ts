import { type Cohort, type Columns, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { countCell, dimensionOf, shareCell, total } from "../pathway/cells.ts";
import { type AnswerAtWave, answersAtWaves } from "../safety/answers-at-waves.ts";
import { wavesOf } from "../safety/waves-of.ts";

export type TalkPlan = NonNullable<NonNullable<Cohort["safety"]>["talkWithChildren"]>;

const states = [
  { id: "done", label: "Has talked with them, and it was found safe" },
  { id: "done-unchecked", label: "Has talked with them, no safety check on record" },
  { id: "not-done", label: "Has not" },
  { id: "forbidden", label: "An order forbids it" },
  { id: "not-recorded", label: "Not recorded" },
] as const;
type TalkState = (typeof states)[number]["id"];

export interface TalkWithChildren {
  readonly kind: "likewise/talk-with-children";
  /** Parents: people with a linked child. */
  readonly parents: number;
  readonly counts: Readonly<Record<TalkState, number>>;
  /** Done, of parents whom no order forbids it and whose answer is on record. */
  readonly done: Share;
  /** Of all parents. */
  readonly forbidden: Share;
}

/**
 * Whether people have told their own children about the steps they took, as far as it is safe.
 *
 * Somebody whom an order forbids it has not failed to do it: they stand apart, and in no share of those who could. A talk
 * without a check that it was safe is counted apart too, and not as done.
 *
 * @param parents ids of people with a linked child
 * @param plan    `cohort.safety.talkWithChildren`; the last time point with an answer counts
 */
export function talkWithChildren({
  tables,
  parents,
  plan,
  waves: declared,
}: {
  readonly tables: Readonly<Record<string, Columns>>;
  readonly parents: readonly string[];
  readonly plan: TalkPlan;
  readonly waves?: readonly string[] | undefined;
}): TalkWithChildren {
  const { measure, item, done = "yes", forbidden = "blocked-by-order", safetyItem, safe = "yes" } = plan;
  const isParent = new Set(parents);
  const last = (of: string) =>
    lastAnswers(
      answersAtWaves(tables.measures, { measure, item: of }, (person) => isParent.has(person)),
      declared,
    );
  const said = last(item);
  const checked = safetyItem === undefined ? null : last(safetyItem);
  const stateOf = (person: string): TalkState => {
    const answer = said.get(person);
    if (answer === undefined) return "not-recorded";
    if (answer === forbidden) return "forbidden";
    if (answer !== done) return "not-done";
    return checked === null || checked.get(person) === safe ? "done" : "done-unchecked";
  };
  const found = parents.map(stateOf);
  const counts = Object.fromEntries(
    states.map(({ id }) => [id, found.filter((one) => one === id).length]),
  ) as TalkWithChildren["counts"];
  return {
    kind: "likewise/talk-with-children",
    parents: parents.length,
    counts,
    done: shareOf(counts.done, counts.done + counts["done-unchecked"] + counts["not-done"]),
    forbidden: shareOf(counts.forbidden, parents.length),
  };
}

function lastAnswers(
  answers: readonly AnswerAtWave[],
  declared: readonly string[] | undefined,
): ReadonlyMap<string, string> {
  const order = wavesOf(
    answers.map(({ wave }) => wave),
    declared,
  );
  return new Map(
    [...answers]
      .sort((a, b) => order.indexOf(a.wave) - order.indexOf(b.wave))
      .map(({ person, response }) => [person, response]),
  );
}

export function talkTables({ parents, counts, done, forbidden }: TalkWithChildren): Table[] {
  if (parents === 0) return [];
  const shared = { unit: "person", definition: "talk-with-children", window: null, linked: [] } as const;
  const shares = [
    { id: "done", label: "Done, of those who may and whose answer is on record", share: done },
    { id: "forbidden", label: "An order forbids it, of all parents", share: forbidden },
  ];
  return [
    {
      ...shared,
      linked: [],
      id: tableId("talk-with-children"),
      title: "Whether parents have told their own children about the steps they took",
      dimensions: [dimensionOf("talk", "Talk", states, true)],
      cells: [...states.map(({ id }) => countCell({ talk: id }, counts[id])), countCell({ talk: total }, parents)],
    },
    {
      ...shared,
      linked: [],
      id: tableId("talk-with-children-share"),
      title: "Talks with their own children, of those who may; whom an order forbids it has not failed",
      dimensions: [dimensionOf("of", "Share", shares, false)],
      cells: shares.map(({ id, share }) => shareCell({ of: id }, share.numerator, share.denominator)),
    },
  ];
}
