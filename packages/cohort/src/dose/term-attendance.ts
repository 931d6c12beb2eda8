import { type Columns, cell, parseIsoDate, type Refusal, type StudyPlan } from "@likewise/schema";
import { mean } from "@likewise/stats";
import { readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";

/** One school term; first and last day as ISO dates, both in it. */
export interface Term {
  /** autumn, spring, summer: terms of one name are alike */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface TermAttendance {
  readonly kind: "likewise/term-attendance";
  readonly definition: "same-term-before-and-after";
  readonly options: { readonly service: string };
  readonly terms: readonly {
    readonly name: string;
    readonly before: { readonly from: string; readonly to: string };
    readonly after: { readonly from: string; readonly to: string };
    /** With attendance in both terms. */
    readonly children: number;
    readonly meanBefore: number | null;
    readonly meanAfter: number | null;
    readonly meanChange: number | null;
  }[];
  /** With attendance in one of two terms only: in no mean. */
  readonly oneTermOnly: number;
  readonly notice: "before-and-after-without-comparison";
  readonly refusals: readonly Refusal[];
}

/**
 * School attendance before and after the first contact, each term against the term of the same name: attendance falls from
 * autumn to summer by itself, so months before and after would compare seasons. The last whole term of a name that ended
 * before the contact stands against the first that began after it, among children with both.
 *
 * @param terms   terms of the years covered
 * @param service of `service_use` whose quantity is attendance, in the unit the plan states
 */
export function termAttendance({
  plan,
  tables,
  terms,
  service = "school-attendance",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  terms: readonly Term[];
  service?: string;
}): TermAttendance {
  const cases = readCases({ plan, tables });
  const { service_use: use, sessions } = tables;
  const missing = use === undefined ? "service_use" : sessions === undefined ? "sessions" : null;
  const days = terms.map(({ name, from, to }) => {
    const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
    if (first === null || last === null || first > last) {
      throw new RangeError(`termAttendance: terms must have ISO dates in order, got ${from} and ${to}`);
    }
    return { name, from, to, first, last };
  });
  days.sort((a, b) => a.first - b.first);
  const contact = firstContacts();
  const attendance = attendanceRows();
  const pairs = new Map<
    string,
    { name: string; before: (typeof days)[number]; after: (typeof days)[number]; values: [number, number][] }
  >();
  let oneTermOnly = 0;
  for (const [unit, start] of [...contact].sort(([a], [b]) => a - b)) {
    const rows = attendance.get(unit);
    if (rows === undefined) continue;
    for (const name of new Set(days.map((term) => term.name))) {
      const before = days.filter((term) => term.name === name && term.last < start).at(-1);
      const after = days.find((term) => term.name === name && term.first > start);
      if (before === undefined || after === undefined) continue;
      const [first, second] = [before, after].map((term) => meanIn(rows, term.first, term.last));
      if (first === null && second === null) continue;
      if (first == null || second == null) {
        oneTermOnly++;
        continue;
      }
      const key = JSON.stringify([name, before.from, after.from]);
      const pair = pairs.get(key) ?? { name, before, after, values: [] };
      pairs.set(key, pair);
      pair.values.push([first, second]);
    }
  }

  function firstContacts(): ReadonlyMap<number, number> {
    const first = new Map<number, number>();
    if (sessions === undefined) return first;
    const units = unitsOfRows(sessions, cases.people);
    for (let row = 0; row < units.length; row++) {
      const day = dayAt(sessions.columns.session_date, row);
      if (units[row]! < 0 || day === null || textAt(sessions.columns.attended, row) !== "true") continue;
      first.set(units[row]!, Math.min(day, first.get(units[row]!) ?? day));
    }
    return first;
  }

  function attendanceRows(): ReadonlyMap<number, { day: number; quantity: number }[]> {
    const rows = new Map<number, { day: number; quantity: number }[]>();
    if (use === undefined || use.columns.quantity === undefined) return rows;
    const units = unitsOfRows(use, cases.people);
    for (let row = 0; row < units.length; row++) {
      const [day, quantity] = [dayAt(use.columns.date, row), cell(use.columns.quantity, row)];
      if (units[row]! < 0 || day === null || typeof quantity !== "number") continue;
      if (textAt(use.columns.service, row) !== service) continue;
      rows.set(units[row]!, [...(rows.get(units[row]!) ?? []), { day, quantity }]);
    }
    return rows;
  }

  return {
    kind: "likewise/term-attendance",
    definition: "same-term-before-and-after",
    options: { service },
    terms: [...pairs.values()].map(({ name, before, after, values }) => ({
      name,
      before: { from: before.from, to: before.to },
      after: { from: after.from, to: after.to },
      children: values.length,
      meanBefore: mean(values.map(([first]) => first)),
      meanAfter: mean(values.map(([, second]) => second)),
      meanChange: mean(values.map(([first, second]) => second - first)),
    })),
    oneTermOnly,
    notice: "before-and-after-without-comparison",
    refusals: missing === null ? [] : [notInData("no-attendance", "school attendance by term", missing)],
  };
}

function meanIn(rows: readonly { day: number; quantity: number }[], first: number, last: number): number | null {
  const inside = rows.filter(({ day }) => day >= first && day <= last);
  return inside.length === 0 ? null : mean(inside.map(({ quantity }) => quantity));
}
