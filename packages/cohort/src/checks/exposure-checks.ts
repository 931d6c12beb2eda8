import { naturalOrder } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import type { ArmCheckRule } from "./arm-check-rule.ts";
import type { CheckData } from "./check-data.ts";
import { shareOfMembers } from "./share-of-members.ts";

/** What stood in the way of events or of reports of them, and what victim-survivors say. */
export const exposureChecks: readonly ArmCheckRule[] = [
  {
    id: "custody",
    label: "Spent 30 days or more of the follow-up in custody",
    of: "people",
    count: (data, arm) => {
      const days = custodyDays(data);
      return days === null ? null : shareOfMembers(data.arms[arm], ({ unit }) => (days.get(unit) ?? 0) >= aMonth);
    },
  },
  {
    id: "support",
    label: "Have a victim-survivor who took up support, of those with a victim-survivor linked",
    of: "people",
    count: (data, arm) => {
      const supported = supportOf(data);
      return supported === null
        ? null
        : shareOfMembers(
            data.arms[arm],
            ({ unit }) => supported.get(unit)!,
            ({ unit }) => supported.has(unit),
          );
    },
  },
  {
    id: "victims-say-worse",
    label: "Abuse was worse at the latest wave than at the first, by the victim-survivor’s account",
    of: "people",
    count: (data, arm) => {
      const accounts = accountsOf(data);
      return accounts === null
        ? null
        : shareOfMembers(
            data.arms[arm],
            ({ unit }) => accounts.get(unit)!,
            ({ unit }) => accounts.has(unit),
          );
    },
  },
  {
    id: "serious-harm",
    label: "Serious harm on record after the index date",
    of: "people",
    count: (data, arm) => {
      const { harms } = data.tables;
      if (harms === undefined) return null;
      const harmed = new Map<number, number>();
      unitsOfRows(harms, data.people).forEach((unit, row) => {
        const day = dayAt(harms.columns.date, row);
        if (unit >= 0 && day !== null) harmed.set(unit, Math.max(day, harmed.get(unit) ?? day));
      });
      return shareOfMembers(
        data.arms[arm],
        ({ unit, indexDay }) => harmed.has(unit) && (indexDay === null || harmed.get(unit)! > indexDay),
      );
    },
  },
];

const aMonth = 30;

/** Orders under which nobody is at liberty. */
const notAtLiberty: readonly string[] = ["custody", "remand", "recall"];

/** Days of the follow-up in custody, by unit; spells are taken one by one, so a day in two of them counts twice. */
const custodyDays = readOnce((data: CheckData): ReadonlyMap<number, number> | null => {
  const { orders } = data.tables;
  if (orders === undefined) return null;
  const indexDay = new Map([...data.arms.treated, ...data.arms.comparison].map((one) => [one.unit, one.indexDay]));
  const days = new Map<number, number>();
  unitsOfRows(orders, data.people).forEach((unit, row) => {
    const start = indexDay.get(unit) ?? null;
    const from = dayAt(orders.columns.from, row);
    if (start === null || from === null || !notAtLiberty.includes(textAt(orders.columns.kind, row) ?? "")) return;
    const last = data.followedTo(start);
    const to = Math.min(dayAt(orders.columns.to, row) ?? last, last);
    const inside = to - Math.max(from, start + 1) + 1;
    if (inside > 0) days.set(unit, (days.get(unit) ?? 0) + inside);
  });
  return days;
});

/** Of people with a victim-survivor linked: whether one of them took up support. */
const supportOf = readOnce((data: CheckData): ReadonlyMap<number, boolean> | null => {
  const { links } = data.tables;
  if (links === undefined || links.columns.accepted === undefined) return null;
  const supported = new Map<number, boolean>();
  unitsOfRows(links, data.people).forEach((unit, row) => {
    if (unit < 0 || textAt(links.columns.kind, row) === "worker") return;
    supported.set(unit, (supported.get(unit) ?? false) || textAt(links.columns.accepted, row) === "true");
  });
  return supported;
});

/** Of people whose victim-survivors spoke at two waves or more: whether the worst they told of was worse at the last than at the first. */
const accountsOf = readOnce((data: CheckData): ReadonlyMap<number, boolean> | null => {
  const { abuse } = data.tables;
  if (abuse === undefined || abuse.columns.severity === undefined) return null;
  const waves = new Map<number, Map<string, number>>();
  unitsOfRows(abuse, data.people).forEach((unit, row) => {
    if (unit < 0 || textAt(abuse.columns.reporter, row) !== "victim-survivor") return;
    const severity = Number(textAt(abuse.columns.severity, row) ?? Number.NaN);
    if (Number.isNaN(severity)) return;
    const own = waves.get(unit) ?? new Map<string, number>();
    const wave = waveKey(dayAt(abuse.columns.date, row), textAt(abuse.columns.wave, row));
    own.set(wave, Math.max(severity, own.get(wave) ?? 0));
    waves.set(unit, own);
  });
  const told = [...waves].filter(([, own]) => own.size > 1);
  return new Map(
    told.map(([unit, own]) => {
      const keys = [...own.keys()].sort(naturalOrder);
      return [unit, own.get(keys.at(-1)!)! > own.get(keys[0]!)!];
    }),
  );
});

/** Waves without a date come in the order in which a programme asks. */
const waveOrder: readonly string[] = ["intake", "review", "exit", "follow-up"];

function waveKey(day: number | null, wave: string | null): string {
  if (wave !== null && waveOrder.includes(wave)) return `${waveOrder.indexOf(wave)}`;
  return `${9 + (day ?? 0)}`;
}
