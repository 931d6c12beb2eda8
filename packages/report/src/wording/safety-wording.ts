import { isWithheld, type Results, type SafetyItem, type Withheld } from "@likewise/schema";
import { type cellText, spoken } from "../figures.ts";
import { formatCount } from "./formats.ts";
import { capital } from "./sentence-case.ts";

const names: Readonly<Record<string, string>> = {
  "support-offered": "Support offered to linked victim-survivors",
  "support-accepted": "Support accepted, of those offered it",
  "support-contact": "Linked victim-survivors in contact with a worker",
  "children-linked": "Children linked",
  "children-child-in-need": "Linked children with a child-in-need plan",
  "children-child-protection": "Linked children with a child-protection plan",
  "children-child-in-care": "Linked children in care",
};

const kindsOfAbuse: Readonly<Record<string, string>> = {
  any: "Abuse of any kind",
  physical: "Physical abuse",
  sexual: "Sexual abuse",
  "harassment-stalking": "Harassment or stalking",
  "jealous-controlling": "Jealous or controlling behaviour",
  economic: "Economic abuse",
};

/** What an item of safety asks, in a few words; whose account it is stands beside it. */
export function safetyName({ id, reporter }: SafetyItem): string {
  if (id === `cessation-${reporter}`) return "Abuse over by exit, of those known";
  const kind = kindsOfAbuse[id.replace(`abuse-${reporter}-`, "")];
  return names[id] ?? kind ?? capital(id.replace(/[-_]/g, " "));
}

/** Whether an item speaks of one kind of abuse alone: detail, which stands below the rest. */
export function isOneKind({ id, reporter }: SafetyItem): boolean {
  const kind = id.replace(`abuse-${reporter}-`, "");
  return kind !== "any" && kind in kindsOfAbuse;
}

/**
 * The number before, where it is withheld because it held of nearly everybody: "all but fewer than 5 of 138".
 *
 * @returns null where the number itself is shown, or nothing may be said of it
 */
export function nearlyAllBefore({ before }: SafetyItem, disclosure: Results["disclosure"]): string | null {
  const { without, denominator } = before ?? {};
  const isSaid = isWithheld(without ?? null) && (without as Withheld).withheld === "primary";
  if (!isSaid || disclosure === null || typeof denominator !== "number") return null;
  return `all but fewer than ${formatCount(disclosure.threshold)} of ${formatCount(denominator)}`;
}

/**
 * A count as it is written: "30 of 61", or the number alone where it is not of anything.
 *
 * @param write how a figure is written: as in a table, or as in a sentence
 */
export function safetyCount(
  { numerator, denominator }: Pick<SafetyItem, "numerator" | "denominator">,
  write: typeof cellText | typeof spoken = spoken,
): string {
  const count = write(numerator, formatCount);
  return denominator === null ? count : `${count} of ${write(denominator, formatCount)}`;
}
