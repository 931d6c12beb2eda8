import { type Columns, isoDate, type NeedsRecord, naturalOrder, type Refusal } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { notInData, notRecorded } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";

/** The needs of one pathway, from need to met, and what became of those referred. */
export interface CascadeRow {
  readonly pathway: string;
  /** Needs: one for each person and pathway. */
  readonly needs: number;
  /** Of needs. */
  readonly referred: Share;
  /** Of those referred. */
  readonly accepted: Share;
  /** Of those accepted. */
  readonly met: Share;
  /** Met, of all needs. */
  readonly metOfNeeds: Share;
  /** Of those referred: the service was full. */
  readonly refusedCapacity: Share;
  /** Of those referred: the person was below the service’s threshold. */
  readonly refusedThreshold: Share;
  /** Of those referred: on a waiting list. */
  readonly waiting: Share;
  /** Of those referred: no answer yet. */
  readonly noAnswer: Share;
  /** Of needs: never referred, which is the programme’s own part; refusals are outside its control. */
  readonly notReferred: Share;
}

/** What one service answered in one month to needs referred to it. */
export interface AnswersOfMonth {
  readonly pathway: string;
  /** yyyy-mm of the answer, or not-recorded */
  readonly month: string;
  /** Accepted or refused: those on a waiting list or without an answer have none yet. */
  readonly answered: number;
  readonly accepted: number;
  /** Of those answered. */
  readonly capacity: Share;
  readonly threshold: Share;
}

export interface NeedCascade {
  readonly kind: "likewise/need-cascade";
  readonly people: number;
  readonly pathways: readonly CascadeRow[];
  /** All pathways together; a person may have several needs, so its shares have no interval. */
  readonly overall: CascadeRow;
  readonly answersByMonth: readonly AnswersOfMonth[];
  /** Rows without a person, a pathway or a status that is known. */
  readonly unread: number;
  readonly refusals: readonly Refusal[];
}

/**
 * The cascade of needs on each pathway: need, referred to the service, accepted by it, met.
 *
 * A need is one person on one pathway, whatever the number of rows. A status stands for the steps before it: a need met
 * was referred and accepted. Of those referred and not accepted the last answer by date stands: a refusal or a
 * place on a waiting list (of one day capacity before threshold before waiting). Refusals for want of capacity and for
 * threshold are two rows, never one, and outside the programme’s control; needs never referred are its own.
 *
 * @param tables `needs`
 * @returns null when the study brings no needs
 * @example
 * needCascade({ tables: {} }); // null
 */
export function needCascade({ tables }: { tables: Readonly<Record<string, Columns>> }): NeedCascade | null {
  if (tables.needs === undefined) return null;
  const { needs, unread } = readNeeds(tables.needs);
  const pathways = [...new Set(needs.map(({ pathway }) => pathway))].sort(naturalOrder);
  const overall = cascadeRow("all", needs);
  return {
    kind: "likewise/need-cascade",
    people: new Set(needs.map(({ person }) => person)).size,
    pathways: pathways.map((pathway) =>
      cascadeRow(
        pathway,
        needs.filter((need) => need.pathway === pathway),
      ),
    ),
    overall: withoutIntervals(overall),
    answersByMonth: answersByMonth(needs),
    unread,
    refusals:
      tables.needs.columns.date === undefined
        ? [notInData("need-answers-by-month", "Answers of services by month", "needs.date")]
        : [],
  };
}

type Status = NeedsRecord["status"];

interface Need {
  readonly person: string;
  readonly pathway: string;
  readonly statuses: Set<Status>;
  /** The last answer that was no acceptance. */
  answer: Answer | null;
  /** First day it is recorded as accepted or met; null without. */
  acceptedDay: number | null;
}

interface Answer {
  readonly status: (typeof answers)[number];
  readonly day: number | null;
}

/** Answers of a service other than yes; of one day the first here stands. */
const answers = ["refused-capacity", "refused-threshold", "waiting"] as const;
const known: readonly Status[] = ["need", "referred", "accepted", "met", ...answers];

function readNeeds(table: Columns): { readonly needs: readonly Need[]; readonly unread: number } {
  const { person, pathway, status, date } = table.columns;
  const needs = new Map<string, Need>();
  let unread = 0;
  for (let row = 0; row < table.numRows; row++) {
    const [who, on, is] = [textAt(person, row), textAt(pathway, row), textAt(status, row) as Status | null];
    if (who === null || on === null || is === null || !known.includes(is)) {
      unread += 1;
      continue;
    }
    const key = JSON.stringify([who, on]);
    const need = needs.get(key) ?? { person: who, pathway: on, statuses: new Set(), answer: null, acceptedDay: null };
    needs.set(key, need);
    need.statuses.add(is);
    if (is === "accepted" || is === "met") need.acceptedDay = firstDay(need.acceptedDay, dayAt(date, row));
    const said = answers.find((status) => status === is);
    if (said === undefined) continue;
    const answer = { status: said, day: dayAt(date, row) };
    if (need.answer === null || isLater(answer, need.answer)) need.answer = answer;
  }
  return { needs: [...needs.values()], unread };
}

function firstDay(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Undated answers come before dated ones: a day says more. */
function isLater(a: Answer, b: Answer): boolean {
  const [first, second] = [a.day ?? Number.NEGATIVE_INFINITY, b.day ?? Number.NEGATIVE_INFINITY];
  return first === second ? answers.indexOf(a.status) < answers.indexOf(b.status) : first > second;
}

function fateOf({ statuses, answer }: Need) {
  if (statuses.has("met")) return "met";
  if (statuses.has("accepted")) return "accepted";
  if (answer !== null) return answer.status;
  return statuses.has("referred") ? "no-answer" : "not-referred";
}

function cascadeRow(pathway: string, needs: readonly Need[]): CascadeRow {
  const fates = needs.map(fateOf);
  const count = (...wanted: readonly string[]) => fates.filter((fate) => wanted.includes(fate)).length;
  const notReferred = count("not-referred");
  const referred = needs.length - notReferred;
  const accepted = count("accepted", "met");
  const met = count("met");
  return {
    pathway,
    needs: needs.length,
    referred: shareOf(referred, needs.length),
    accepted: shareOf(accepted, referred),
    met: shareOf(met, accepted),
    metOfNeeds: shareOf(met, needs.length),
    refusedCapacity: shareOf(count("refused-capacity"), referred),
    refusedThreshold: shareOf(count("refused-threshold"), referred),
    waiting: shareOf(count("waiting"), referred),
    noAnswer: shareOf(count("no-answer"), referred),
    notReferred: shareOf(notReferred, needs.length),
  };
}

/** A Wilson interval takes needs as independent; those of one person are not. */
function withoutIntervals(row: CascadeRow): CascadeRow {
  const entries = Object.entries(row).map(([name, share]) => [
    name,
    typeof share === "object" ? { ...share, interval: null } : share,
  ]);
  return Object.fromEntries(entries) as CascadeRow;
}

function answersByMonth(needs: readonly Need[]): AnswersOfMonth[] {
  const months = new Map<
    string,
    { pathway: string; month: string; accepted: number; capacity: number; threshold: number }
  >();
  for (const need of needs) {
    const fate = fateOf(need);
    const refused = fate === "refused-capacity" || fate === "refused-threshold";
    if (!refused && fate !== "accepted" && fate !== "met") continue;
    const day = refused ? need.answer!.day : need.acceptedDay;
    const month = day === null ? notRecorded : isoDate(day).slice(0, 7);
    const key = JSON.stringify([need.pathway, month]);
    const entry = months.get(key) ?? { pathway: need.pathway, month, accepted: 0, capacity: 0, threshold: 0 };
    months.set(key, entry);
    entry[fate === "refused-capacity" ? "capacity" : fate === "refused-threshold" ? "threshold" : "accepted"] += 1;
  }
  return [...months.values()]
    .map(({ pathway, month, accepted, capacity, threshold }) => {
      const answered = accepted + capacity + threshold;
      return {
        pathway,
        month,
        answered,
        accepted,
        capacity: shareOf(capacity, answered),
        threshold: shareOf(threshold, answered),
      };
    })
    .sort((a, b) => naturalOrder(a.pathway, b.pathway) || naturalOrder(a.month, b.month));
}
