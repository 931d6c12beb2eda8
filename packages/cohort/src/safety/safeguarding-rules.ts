import { type FlaggedAnswer, naturalOrder, parseIsoDate } from "@likewise/schema";
import { screeningFailures } from "../pathway/screening-failures.ts";
import { dayAt } from "../people/fields.ts";
import { type AbuseAccounts, worstAt } from "./abuse-accounts.ts";
import { abuseKinds } from "./abuse-questions.ts";
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
  /** as the definitions of instruments flag them */
  readonly answers: readonly FlaggedAnswer[];
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
 * safeguardingRules.map(({ id }) => id); // ["worrying-answer", "no-offer", "control-after-entry", "escalating-severity"]
 */
export const safeguardingRules: readonly SafeguardingRule[] = [
  {
    id: "worrying-answer",
    raisedBy: "the last answer to an item its instrument flags, such as the ninth of the PHQ-9, is one that it flags",
    find: worryingAnswers,
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

/** Named by instrument and item, so that whoever reads the list need not know whose rule it is. */
function worryingAnswers({ data: { victimSurvivors, children }, answers }: SafeguardingInput): SafeguardingCase[] {
  return answers.map(({ person, reporter, measure, item, answer, code, day }) => ({
    rule: `${measure.id}-item-${item}`,
    person,
    isVictims:
      victimSurvivors.has(person) || children.has(person) || reporter === "victim-survivor" || reporter === "child",
    why: `answered ${answer} to item ${item} of the ${measure.abbreviation} (${code})`,
    day,
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
