import { iso } from "./days.ts";
import type { Person } from "./people.ts";
import type { Row } from "./study-files.ts";

/** A person in the study: which arm, and the days of recorded crimes after the index day. */
export interface Followed {
  readonly person: Person;
  readonly arm: string;
  readonly after: readonly number[];
  /** Day follow-up starts in the file, where it is not the person's own. */
  readonly index?: number;
}

/** Rows of `people`, with the quarter of the index date as a number. */
export function peopleRows(followed: readonly Followed[], more: (one: Followed) => Row = () => ({})): Row[] {
  return followed.map((one) => {
    const { person, arm, index = person.index } = one;
    return {
      person: person.id,
      role: "perpetrator",
      arm,
      age: person.age,
      sex: person.sex,
      ethnicity: person.ethnicity,
      area: person.area,
      risk_level: person.risk,
      index_date: iso(index),
      quarter: quarter(index),
      ...more(one),
    };
  });
}

/** Quarters since the start of 2019. */
function quarter(day: number): number {
  const date = new Date(day * 86_400_000);
  return 4 * (date.getUTCFullYear() - 2019) + Math.floor(date.getUTCMonth() / 3) + 1;
}

export interface EventMarks {
  readonly crime?: boolean;
  readonly proactive?: boolean;
  readonly breach?: boolean;
  readonly provenAfterDays?: number | null;
}

/** One day of an event, with what sets it apart. */
export type MarkedDay = { readonly day: number } & EventMarks;

/** Rows of `events`: the past of everyone and what came after, by day and person. */
export function eventRows(
  followed: readonly Followed[],
  asAt: number,
  mark: (one: Followed, day: number) => EventMarks = () => ({}),
  more: (one: Followed) => readonly MarkedDay[] = () => [],
): Row[] {
  return followed
    .flatMap((one) => [
      ...[...one.person.past, ...one.after].map((day) => ({ one, day, marks: mark(one, day) })),
      ...more(one).map((extra) => ({ one, day: extra.day, marks: extra as EventMarks })),
    ])
    .filter(({ day }) => day <= asAt)
    .map(({ one, day, marks }, i) => {
      const { crime = true, proactive = false, breach = false, provenAfterDays = null } = marks;
      const proven = provenAfterDays === null ? null : day + provenAfterDays;
      return {
        event: `E${100001 + i}`,
        person: one.person.id,
        event_date: iso(day),
        recorded_date: iso(Math.min(asAt, day + 1)),
        code: crime ? "10501" : null,
        offence: crime ? "Common assault and battery" : "Non-crime domestic incident",
        domestic: true,
        crime,
        breach,
        proactive,
        role: "suspect",
        disposal: proven !== null && proven <= asAt ? "conviction" : null,
        proven_date: proven !== null && proven <= asAt ? iso(proven) : null,
      };
    });
}

export interface SearchSpan {
  readonly found?: boolean;
  readonly from?: number;
  readonly to?: number;
}

/** Rows of `searches`: everyone looked for in the police source and found, from two years before to two years after. */
export function searchRows(
  followed: readonly Followed[],
  asAt: number,
  span: (one: Followed) => SearchSpan | null = () => ({}),
): Row[] {
  return followed.flatMap((one) => {
    const start = one.index ?? one.person.index;
    const own = span(one);
    if (own === null) return [];
    const { found = true, from = start - 740, to = Math.min(asAt, start + 735) } = own;
    return [{ person: one.person.id, source: "events", searched_on: iso(asAt), found, from: iso(from), to: iso(to) }];
  });
}
