import { naturalOrder, parseIsoDate } from "@likewise/schema";
import { screeningFailures } from "../pathway/screening-failures.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { type AbuseAccounts, worstAt } from "./abuse-accounts.ts";
import { abuseKinds } from "./abuse-questions.ts";
import { numberOf } from "./answers-at-waves.ts";
import { linksOf, type SafetyData } from "./safety-data.ts";

/** Somebody for whom a person has to look today. Names people: for `private/` alone, and never counted on a page. */
export interface SafeguardingCase {
  readonly rule: string;
  /** Whom it is about. */
  readonly person: string;
  /** Whether what it rests on is a victim-survivor’s, and has no place beside the case of whoever abused them. */
  readonly isVictims: boolean;
  readonly why: string;
  /** Day of what raised it; null where it has none. */
  readonly day: number | null;
}

/** What every rule looks at. */
export interface SafeguardingInput {
  readonly data: SafetyData;
  readonly accounts: AbuseAccounts | null;
}

/** A reason why a case needs a person: what raises it, in words, and how it is found. */
export interface SafeguardingRule {
  readonly id: string;
  /** What raises it, for whoever reads the list. */
  readonly raisedBy: string;
  find(input: SafeguardingInput): readonly SafeguardingCase[];
}

/**
 * Every rule, in the order of the list. Another is one more entry here.
 *
 * @example
 * safeguardingRules.map(({ id }) => id); // ["phq-9-item-9", "no-offer", "control-after-entry", "escalating-severity"]
 */
export const safeguardingRules: readonly SafeguardingRule[] = [
  {
    id: "phq-9-item-9",
    raisedBy: "the last answer to the ninth item of the PHQ-9 is above 0",
    find: positiveNinthItem,
  },
  {
    id: "no-offer",
    raisedBy: "a linked victim-survivor has no offer of support on record within the days the plan sets",
    find: noOffer,
  },
  {
    id: "control-after-entry",
    raisedBy: "controlling behaviour was disclosed after the person had started, and nothing done since is on record",
    find: controlAfterEntry,
  },
  {
    id: "escalating-severity",
    raisedBy:
      "by the victim-survivor’s own account, abuse is more severe at the last time point than at the one before",
    find: escalating,
  },
];

/** The ninth item as files name it: 9, item 9, phq9_9. */
const ninth = /(^|[^0-9])0?9$/;

function positiveNinthItem({ data }: SafeguardingInput): SafeguardingCase[] {
  const { measures } = data.tables;
  if (measures === undefined) return [];
  const last = new Map<string, { day: number; score: number; shown: number | null }>();
  for (let row = 0; row < measures.numRows; row++) {
    const { person, measure, item, response, date } = measures.columns;
    const [id, of, on, said] = [textAt(person, row), textAt(measure, row), textAt(item, row), textAt(response, row)];
    if (id === null || on === null || said === null || !/^phq-?9$/i.test(of ?? "") || !ninth.test(on)) continue;
    const score = numberOf(said);
    if (score === null || score > 3) continue;
    const shown = dayAt(date, row);
    const day = shown ?? Number.NEGATIVE_INFINITY;
    const standing = last.get(id);
    // Of one day, or where days are not known, the worst answer counts.
    if (standing === undefined || day > standing.day || (day === standing.day && score > standing.score))
      last.set(id, { day, score, shown });
  }
  return [...last]
    .filter(([, { score }]) => score >= 1)
    .sort(([a], [b]) => naturalOrder(a, b))
    .map(([person, { score, shown }]) => ({
      rule: "phq-9-item-9",
      person,
      isVictims: data.victimSurvivors.has(person) || data.children.has(person),
      why: `answered ${score} to the ninth item of the PHQ-9`,
      day: shown,
    }));
}

function noOffer({ data: { plan, tables, treated, victimSurvivors } }: SafeguardingInput): SafeguardingCase[] {
  const within = plan.cohort.safety?.offerWithinDays;
  const asAt = parseIsoDate(plan.data.asAt ?? "");
  if (within === undefined || asAt === null || tables.links === undefined) return [];
  const { offer_date: offer, from } = tables.links.columns;
  const since = new Map<string, number>();
  const offered = new Set<string>();
  for (const { person, linkedPerson, kind, row } of linksOf(tables)) {
    const id = kind === "worker" ? person : linkedPerson;
    if (!victimSurvivors.has(id)) continue;
    if (dayAt(offer, row) !== null) offered.add(id);
    const day = kind === "worker" ? null : (dayAt(from, row) ?? treated.get(person) ?? null);
    if (day !== null && treated.has(person)) since.set(id, Math.min(day, since.get(id) ?? day));
  }
  return [...victimSurvivors].sort(naturalOrder).flatMap((person) => {
    const day = since.get(person);
    if (offered.has(person) || day === undefined || asAt - day <= within) return [];
    return [
      {
        rule: "no-offer",
        person,
        isVictims: true,
        why: `no offer of support on record ${asAt - day} days after the link; the plan sets ${within}`,
        day,
      },
    ];
  });
}

function controlAfterEntry({ data: { plan, tables, treated } }: SafeguardingInput): SafeguardingCase[] {
  if (tables.abuse === undefined) return [];
  return screeningFailures({ plan, tables })
    .exceptions.filter(({ id, action }) => treated.has(id) && action === null)
    .map(({ id, disclosedDay }) => ({
      rule: "control-after-entry",
      person: id,
      // Who disclosed it may be the victim-survivor.
      isVictims: true,
      why: "controlling behaviour disclosed after entry, nothing done since on record",
      day: disclosedDay,
    }));
}

function escalating({ accounts }: SafeguardingInput): SafeguardingCase[] {
  const own = accounts?.accounts.find(({ reporter }) => reporter.id === "victim-survivor");
  if (accounts == null || own === undefined) return [];
  return [...own.byPair].flatMap(([pair, records]) => {
    const [person, victim] = JSON.parse(pair) as [string, string | null];
    const heard = accounts.waves.filter((wave) => records.some((one) => one.wave === wave));
    const [before, last] = heard.slice(-2);
    if (last === undefined || before === undefined) return [];
    const worse = abuseKinds.filter(({ id }) => {
      const [earlier, now] = [worstAt(records, before, id), worstAt(records, last, id)];
      return earlier !== null && now !== null && now > earlier;
    });
    const days = records.flatMap(({ wave, day }) => (wave === last && day !== null ? [day] : []));
    return worse.length === 0
      ? []
      : [
          {
            rule: "escalating-severity",
            person: victim ?? person,
            isVictims: true,
            why: `more severe at ${last} than at ${before}: ${worse.map(({ words }) => words).join(", ")}`,
            day: days.length === 0 ? null : Math.max(...days),
          },
        ];
  });
}
