import {
  type CellValue,
  type Cohort,
  type Columns,
  cell,
  naturalOrder,
  type Refusal,
  type StudyPlan,
} from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { isGroup } from "../fairness/characteristic-levels.ts";
import { readCases } from "../pathway/cases.ts";
import { notInData, notRecorded } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";

type Services = NonNullable<Cohort["services"]>;
type Service = Services["list"][number];

/** How what a person was offered stands to what their risk, needs and circumstances ask for. */
export type MatchVerdict =
  | "matched"
  | "under-treated"
  | "over-treated"
  | "need-not-addressed"
  | "does-not-suit"
  | "not-offered"
  | "cannot-be-said";

/** The verdict on one person: never published. */
export interface MatchedPerson {
  readonly person: string;
  readonly risk: string | null;
  readonly offered: string | null;
  readonly verdict: MatchVerdict;
  readonly reason: string | null;
}

/** People of one group, and whether any service on offer was built for them. */
export interface GroupServed {
  readonly field: string;
  readonly level: string;
  readonly people: number;
  /** People for whom at least one service suits, of those of whom it can be said. */
  readonly withSuitable: Share;
}

export interface ServiceMatch {
  readonly kind: "likewise/service-match";
  readonly options: { readonly services: Services };
  readonly people: number;
  /** Matched, of those offered a listed service whose risk and circumstances are known. */
  readonly matched: Share;
  readonly underTreated: Share;
  readonly overTreated: Share;
  readonly counts: Readonly<Record<MatchVerdict, number>>;
  /** People by risk level and service offered. */
  readonly byRisk: readonly { readonly risk: string; readonly offered: string; readonly people: number }[];
  readonly persons: readonly MatchedPerson[];
  readonly groups: readonly GroupServed[];
  /** Groups for none of whom a service suits. */
  readonly groupsWithoutService: readonly GroupServed[];
  readonly refusals: readonly Refusal[];
}

/**
 * Risk, need and responsivity: was each person offered what was built for them?
 *
 * The plan lists services from the lightest to the most intensive, each with the risk levels it was built for, the needs
 * it addresses and whom it suits. A person offered a lighter service than any built for their risk is under-treated, a
 * more intensive one over-treated. Where risk fits, the service must suit the person, and address one of their recorded
 * needs where both are declared. What is not recorded fits nothing and fails nothing: it cannot be said.
 *
 * @param plan   `cohort.services`
 * @param tables `people`, `referrals` and, where there, `needs`
 * @returns null when the plan lists no services
 * @source Andrews, Bonta and Hoge (1990), doi:10.1177/0093854890017001004
 */
export function serviceMatch({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): ServiceMatch | null {
  const { services } = plan.cohort;
  if (services === undefined) return null;
  const cases = readCases({ plan, tables });
  const units = cases.members.length > 0 ? cases.members : [...cases.people.ids.keys()];
  const read = (reference: string) => {
    const [table, field] = reference.split(".") as [string, string];
    const column = tables[table]?.columns[field];
    return (unit: number): CellValue => {
      const row = table === "people" ? cases.people.rows[unit]! : cases.referralRow(unit);
      return column === undefined || row < 0 ? null : cell(column, row);
    };
  };
  const needs = needsByUnit(tables.needs, cases.people);
  const circumstances = { read, needs: (unit: number) => needs?.get(unit) ?? null };
  const persons = units.map((unit) => judge(services, circumstances, unit, cases.people.ids[unit]!));
  const counts = countVerdicts(persons);
  const judged = persons.length - counts["not-offered"] - counts["cannot-be-said"];
  const groups = groupsServed(services, circumstances, units);
  return {
    kind: "likewise/service-match",
    options: { services },
    people: persons.length,
    matched: shareOf(counts.matched, judged),
    underTreated: shareOf(counts["under-treated"], judged),
    overTreated: shareOf(counts["over-treated"], judged),
    counts,
    byRisk: byRisk(persons),
    persons,
    groups,
    groupsWithoutService: groups.filter(
      ({ withSuitable }) => withSuitable.denominator > 0 && withSuitable.numerator === 0,
    ),
    refusals: [services.offered, services.risk].flatMap((reference) => {
      const [table, field] = reference.split(".") as [string, string];
      const there = tables[table]?.columns[field] !== undefined;
      return there ? [] : [notInData("service-match", "Match of people to services", reference)];
    }),
  };
}

interface Circumstances {
  readonly read: (reference: string) => (unit: number) => CellValue;
  /** Pathways of need on record; null where needs are not recorded. */
  readonly needs: (unit: number) => ReadonlySet<string> | null;
}

function judge(services: Services, about: Circumstances, unit: number, person: string): MatchedPerson {
  const risk = asText(about.read(services.risk)(unit));
  const offered = asText(about.read(services.offered)(unit));
  const say = (verdict: MatchVerdict, reason: string | null) => ({ person, risk, offered, verdict, reason });
  if (offered === null) return say("not-offered", null);
  const place = services.list.findIndex(({ id }) => id === offered);
  if (place < 0) return say("cannot-be-said", "offered what the plan does not list");
  if (risk === null || !isGroup(risk)) return say("cannot-be-said", "risk not recorded");
  const service = services.list[place]!;
  const right = services.list.flatMap((one, index) => (builtForRisk(one, risk) ? [index] : []));
  if (!right.includes(place)) {
    if (right.length === 0) return say("cannot-be-said", `no service is built for ${risk} risk`);
    const names = right.map((index) => services.list[index]!.id).join(", ");
    const reason = `${risk} risk, built for by ${names}`;
    if (place < right[0]!) return say("under-treated", reason);
    return say(place > right.at(-1)! ? "over-treated" : "does-not-suit", reason);
  }
  const suits = suitsPerson(service, about, unit);
  if (suits.suits !== true) return say(suits.suits === null ? "cannot-be-said" : "does-not-suit", suits.reason);
  const needs = about.needs(unit);
  if (service.needs !== undefined && needs !== null && !service.needs.some((need) => needs.has(need))) {
    return say("need-not-addressed", `needs on record: ${[...needs].sort(naturalOrder).join(", ")}`);
  }
  return say("matched", null);
}

function builtForRisk({ risk }: Service, level: string): boolean {
  return risk === undefined || risk.includes(level);
}

/** null where what a rule asks for is not recorded. */
function suitsPerson(
  { rules = [] }: Service,
  { read }: Circumstances,
  unit: number,
): { readonly suits: boolean | null; readonly reason: string | null } {
  for (const rule of rules) {
    const value = read(rule.field)(unit);
    if (value === null || !isGroup(String(value))) {
      return { suits: null, reason: `${rule.field} not recorded` };
    }
    const outside =
      (rule.in !== undefined && !rule.in.some((allowed) => String(allowed) === String(value))) ||
      (rule.min !== undefined && !(Number(value) >= rule.min)) ||
      (rule.max !== undefined && !(Number(value) <= rule.max));
    if (outside) return { suits: false, reason: rule.reason };
  }
  return { suits: true, reason: null };
}

/** By each field a rule asks about: for whom is there anything? Risk is held against the service as well. */
function groupsServed(services: Services, about: Circumstances, units: readonly number[]): GroupServed[] {
  const fields = [...new Set(services.list.flatMap(({ rules = [] }) => rules.map(({ field }) => field)))];
  const anySuits = (unit: number): boolean | null => {
    const risk = asText(about.read(services.risk)(unit));
    const built = services.list.filter((one) => one.risk === undefined || (risk !== null && one.risk.includes(risk)));
    const verdicts = built.map((one) => suitsPerson(one, about, unit).suits);
    if (verdicts.includes(true)) return true;
    return risk === null || verdicts.includes(null) ? null : false;
  };
  const suits = new Map(units.map((unit) => [unit, anySuits(unit)]));
  return fields.flatMap((field) => {
    const levels = new Map<string, number[]>();
    for (const unit of units) {
      const level = asText(about.read(field)(unit)) ?? notRecorded;
      const members = levels.get(level);
      if (members === undefined) levels.set(level, [unit]);
      else members.push(unit);
    }
    return [...levels]
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(([level, members]) => {
        const known = members.filter((unit) => suits.get(unit) !== null);
        const withSuitable = shareOf(known.filter((unit) => suits.get(unit)).length, known.length);
        return { field, level, people: members.length, withSuitable };
      });
  });
}

function needsByUnit(
  table: Columns | undefined,
  people: Parameters<typeof unitsOfRows>[1],
): ReadonlyMap<number, ReadonlySet<string>> | null {
  if (table === undefined) return null;
  const needs = new Map<number, Set<string>>();
  unitsOfRows(table, people).forEach((unit, row) => {
    const pathway = textAt(table.columns.pathway, row);
    if (unit >= 0 && pathway !== null) needs.set(unit, (needs.get(unit) ?? new Set()).add(pathway));
  });
  return needs;
}

function countVerdicts(persons: readonly MatchedPerson[]): Record<MatchVerdict, number> {
  const counts = {
    matched: 0,
    "under-treated": 0,
    "over-treated": 0,
    "need-not-addressed": 0,
    "does-not-suit": 0,
    "not-offered": 0,
    "cannot-be-said": 0,
  };
  for (const { verdict } of persons) counts[verdict] += 1;
  return counts;
}

function byRisk(persons: readonly MatchedPerson[]) {
  const counts = new Map<string, { risk: string; offered: string; people: number }>();
  for (const { risk, offered } of persons) {
    const entry = { risk: risk ?? notRecorded, offered: offered ?? "not-offered", people: 0 };
    const key = JSON.stringify([entry.risk, entry.offered]);
    const standing = counts.get(key) ?? entry;
    standing.people += 1;
    counts.set(key, standing);
  }
  return [...counts.values()].sort((a, b) => naturalOrder(a.risk, b.risk) || naturalOrder(a.offered, b.offered));
}

function asText(value: CellValue): string | null {
  return value === null ? null : String(value);
}
