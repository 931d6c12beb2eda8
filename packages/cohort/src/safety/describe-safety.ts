import {
  type Baseline,
  type Columns,
  type FlaggedAnswer,
  type Issue,
  isoDate,
  naturalOrder,
  type Refusal,
  type Results,
  type StudyPlan,
  type Table,
} from "@likewise/schema";
import { mechanisms, mechanismTables } from "../mechanisms/mechanisms.ts";
import { motivation, motivationTables } from "../mechanisms/motivation.ts";
import { selfEfficacy, selfEfficacyTables } from "../mechanisms/self-efficacy.ts";
import { talkTables, talkWithChildren } from "../mechanisms/talk-with-children.ts";
import { supportOffer, supportOfferTables } from "../needs/support-offer.ts";
import { type Cases, readCases } from "../pathway/cases.ts";
import { abuseAccounts } from "./abuse-accounts.ts";
import { abuseTables } from "./abuse-tables.ts";
import { childrenTables } from "./children-tables.ts";
import { contactTables } from "./contact-tables.ts";
import { disagreement } from "./disagreement.ts";
import { familyCoverage, familyCoverageTables } from "./indicator-families.ts";
import { type SafeguardingCase, safeguardingRules } from "./safeguarding-rules.ts";
import { linksOf, type SafetyData, safetyData } from "./safety-data.ts";
import { safetyIssues } from "./safety-issues.ts";
import { safetyScales } from "./safety-scales.ts";
import { type FamilyAccounts, triangulation } from "./triangulation.ts";
import { victimsOfAbuse, victimsOfEvents } from "./victims-of-events.ts";

/** What a study says of safety and families beside the items of `safetyItems`. */
export interface SafetyDescribed {
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
  readonly issues: readonly Issue[];
  readonly warnings: NonNullable<Results["warnings"]>;
  /** Results by people, for `private/` alone. */
  readonly results: Readonly<Record<string, readonly object[]>>;
  /** Those of them that name victim-survivors or children. */
  readonly ofVictims: readonly string[];
  /** Cases that need a person today, for `private/` alone: neither they nor their number is ever published. */
  readonly safeguarding: readonly SafeguardingCase[];
  /** Accounts of each family beside one another, for `private/` alone. */
  readonly triangulation: readonly FamilyAccounts[];
}

/**
 * Abuse by kind, severity, time point and reporter; whom it concerns; support and contact; children and their statuses;
 * what moves people, and what they and those they abused say of it. Descriptions of treated people and of those linked
 * to them: nobody is compared with them.
 *
 * @param baseline who is treated, and their index dates
 * @param answers those that the definitions of instruments flag
 * @returns tables for `results.tables`; what names people apart from them
 */
export function describeSafety({
  plan,
  tables,
  baseline,
  answers = [],
}: {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly baseline: Baseline;
  readonly answers?: readonly FlaggedAnswer[];
}): SafetyDescribed {
  const data = safetyData(plan, tables, baseline);
  const accounts = abuseAccounts(data);
  const compared = accounts === null ? { tables: [], refusals: [] } : disagreement(accounts);
  const offer = supportOffer({ plan, tables, baseline });
  const people = [...data.treated.keys()].sort(naturalOrder);
  const said = saidOfPeople(data, people);
  const children = childrenTables(data);
  const uncontrolled = children.filter(({ id }) => id === "children-support").map(({ id }) => id);
  return {
    tables: [
      ...(accounts === null ? [] : abuseTables(accounts)),
      ...compared.tables,
      ...(accounts === null ? [] : victimsOfAbuse(accounts, data)),
      ...victimsOfEvents({ plan, tables, baseline }),
      ...safetyScales(data),
      ...(offer === null ? [] : supportOfferTables(offer)),
      ...contactTables(data),
      ...children,
      ...said.tables,
    ],
    refusals: compared.refusals,
    issues: safetyIssues(data),
    warnings:
      uncontrolled.length === 0
        ? []
        : [{ code: "children-support-uncontrolled", tables: uncontrolled, about: "index" }],
    results: said.results,
    ofVictims: [],
    safeguarding: safeguardingRules.flatMap((rule) => rule.find({ data, accounts, answers })),
    triangulation: accounts === null ? [] : triangulation(accounts, data),
  };
}

/** What people and their workers say of them, where the plan names the items. */
function saidOfPeople(data: SafetyData, people: readonly string[]) {
  const { plan, tables } = data;
  const { cohort } = plan;
  const { waves, talkWithChildren: talk } = cohort.safety ?? {};
  const given = { tables, people, waves };
  const found: Table[] = [];
  const results: Record<string, readonly object[]> = {};
  if (cohort.mechanisms !== undefined && tables.measures !== undefined) {
    const profile = mechanisms({ ...given, plan: cohort.mechanisms });
    found.push(...mechanismTables(profile, cohort.mechanisms));
    results.mechanisms = [profile];
  }
  if (cohort.motivation !== undefined && tables.measures !== undefined) {
    const both = motivation({ ...given, plan: cohort.motivation });
    found.push(...motivationTables(both));
    results.motivation = [both];
  }
  if (cohort.selfEfficacy !== undefined && tables.measures !== undefined) {
    const became = completionOf(readCases({ plan, tables }), people);
    const change = selfEfficacy({ tables, completion: became, plan: cohort.selfEfficacy });
    found.push(...selfEfficacyTables(change));
    results["self-efficacy"] = [change];
  }
  if (talk !== undefined && tables.measures !== undefined) {
    const told = talkWithChildren({ tables, parents: parentsOf(data), plan: talk, waves });
    found.push(...talkTables(told));
    results["talk-with-children"] = [told];
  }
  if (cohort.indicatorFamilies !== undefined) {
    const coverage = familyCoverage({ plan, tables });
    found.push(...familyCoverageTables(coverage));
    results["indicator-families"] = [coverage];
  }
  return { tables: found, results };
}

function completionOf({ people, reached, departure }: Cases, ids: readonly string[]) {
  return new Map(
    ids.map((id) => {
      const unit = people.unitOf.get(id)!;
      const completed = reached.get("completed")?.has(unit) === true;
      return [id, completed ? "completed" : departure(unit) === null ? "open" : "not-completed"] as const;
    }),
  );
}

function parentsOf({ tables, treated, children }: SafetyData): string[] {
  const parents = linksOf(tables).flatMap(({ person, linkedPerson, kind }) =>
    kind !== "worker" && treated.has(person) && children.has(linkedPerson) ? [person] : [],
  );
  return [...new Set(parents)].sort(naturalOrder);
}

/** A list as it is written to a file: day as a date, each case once. */
export function safeguardingRows(cases: readonly SafeguardingCase[]): { header: string[]; rows: string[][] } {
  return {
    header: ["rule", "person", "why", "date"],
    rows: cases.map(({ rule, person, why, day }) => [rule, person, why, day === null ? "" : isoDate(day)]),
  };
}
