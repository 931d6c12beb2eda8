import { isWithheld, type Results, type SafetyItem } from "@likewise/schema";
import { published, spoken } from "../figures.ts";
import { type Html, html } from "../page/html.ts";
import { formatCount, formatPer100 } from "../wording/formats.ts";
import { reporterNames } from "../wording/labels.ts";
import { nearlyAllBefore, safetyCount, safetyName } from "../wording/safety-wording.ts";
import { capital } from "../wording/sentence-case.ts";

/** Whether victim-survivors and children are safer, by whose account, as the first screen says it. */
export function safer({ safety, disclosure }: Results): Html {
  const { own, other } = accountsOf(safety);
  return html`${own ? ownAccount(own, nearlyAllBefore(own, disclosure)) : notTheirAccount(other)}
${children(safety.filter((item) => item.question === "children-safer"))}`;
}

/** The same in a sentence, at the head of its section. */
export function saferAnswer({ safety, disclosure }: Results): string {
  const { own } = accountsOf(safety);
  if (own === undefined) return "Not measured. These data hold no account of what victim-survivors went through.";
  return `By ${reporterNames["victim-survivor"]}, ${safetyName(own).toLowerCase()}: ${foundBy(own, nearlyAllBefore(own, disclosure))}. ${own.uncontrolled ? notCompared : ""}`;
}

const notCompared = "Nobody is compared with them, so this does not show that the programme made them safer.";

/** Victim-survivors' own account, abuse of any kind first, and the first account of anybody else. */
function accountsOf(safety: readonly SafetyItem[]) {
  const items = safety.filter((item) => item.question === "victim-survivors-safer" && measured(item));
  const theirs = items.filter((item) => item.reporter === "victim-survivor");
  return { own: theirs.find(({ id }) => id.endsWith("-any")) ?? theirs[0], other: items[0] };
}

function measured(item: SafetyItem): boolean {
  return item.status === "measured" && item.denominator !== 0;
}

function ownAccount(item: SafetyItem, nearlyAll: string | null): Html {
  return html`<p class="answer">${safetyName(item)}: ${foundBy(item, nearlyAll)}</p>
<p>By ${reporterNames["victim-survivor"]}${counted(item, nearlyAll)} ${item.uncontrolled ? notCompared : null}</p>`;
}

/** What others say of abuse never stands in for what victim-survivors say. */
function notTheirAccount(other: SafetyItem | undefined): Html {
  return html`<p class="answer">Not measured</p>
<p>These data hold no account of what victim-survivors went through. Nothing here shows whether they are safer.</p>
${other ? html`<p>By ${reporterNames[other.reporter ?? ""] ?? "records"}, which may differ from theirs: ${safetyName(other).toLowerCase()}, ${foundBy(other)}${counted(other)}</p>` : null}`;
}

/** "85.0 in every 100 before, 40.0 after"; a number withheld is left to the words below. */
function foundBy({ value, before }: SafetyItem, nearlyAll: string | null = null): string {
  const now = `${spoken(value, formatPer100)} in every 100`;
  if (before === null) return now;
  if (nearlyAll !== null) return `${nearlyAll} before, ${now} after`;
  if (published(before.value) === null) return `${now} after`;
  return `${spoken(before.value, formatPer100)} in every 100 before, ${spoken(value, formatPer100)} after`;
}

/** " (30 of 61 before, 20 of 61 after; not known for 5)."; where one of them is withheld, a sentence for each instead. */
function counted(item: SafetyItem, nearlyAll: string | null = null): string {
  const { before, unknown } = item;
  const isUnknown = unknown !== 0 && unknown !== null;
  if (isShown(item) && (before === null || isShown(before)) && !isWithheld(unknown)) {
    const counts = before === null ? safetyCount(item) : `${safetyCount(before)} before, ${safetyCount(item)} after`;
    return ` (${counts}${isUnknown ? `; not known for ${spoken(unknown, formatCount)}` : ""}).`;
  }
  const parts = [...(before === null ? [] : [["before", before] as const]), ["after", item] as const];
  const shown = parts.filter(([, count]) => isShown(count)).map(([when, count]) => `${safetyCount(count)} ${when}`);
  const hidden = parts.filter(([, count]) => !isShown(count)).map(([when]) => when);
  if (nearlyAll !== null) shown.unshift(`${nearlyAll} before`);
  return [
    shown.length === 0 ? "." : `: ${shown.join(", ")}.`,
    ...(hidden.length === 0
      ? []
      : [
          `The ${nearlyAll === null ? "" : "exact "}number ${hidden.join(" and ")} is withheld to protect the people counted.`,
        ]),
    ...(isUnknown ? [`Not known for ${spoken(unknown, formatCount)} more.`] : []),
  ].join(" ");
}

function isShown({ numerator, denominator }: Pick<SafetyItem, "numerator" | "denominator">): boolean {
  return !isWithheld(numerator) && !isWithheld(denominator);
}

function children(items: readonly SafetyItem[]): Html {
  const status = items.find((item) => item.status === "measured" && item.denominator !== null);
  const linked = items.find((item) => item.status === "measured" && item.denominator === null);
  const count = linked === undefined ? "" : ` ${spoken(linked.numerator, formatCount)} are linked to these people.`;
  if (status === undefined) return html`<p><b>Children:</b> not measured.${count}</p>`;
  const before = status.before === null ? "" : `${spoken(status.before.numerator, formatCount)} before, `;
  return html`<p><b>${safetyName(status)}:</b> ${before}${spoken(status.numerator, formatCount)} after, of ${spoken(status.denominator, formatCount)}.${count}</p>`;
}

/** Whether everyone at risk was offered support. */
export function offered({ safety }: Results): Html {
  const items = safety.filter((item) => item.question === "victim-survivors-supported");
  const offer = items.find((item) => item.id === "support-offered") ?? items[0];
  if (offer === undefined || offer.status === "not-measured")
    return html`<p class="answer">Not measured</p>\n<p>These data do not show who was offered support. The target is everyone.</p>`;
  const others = items.filter((item) => item !== offer && item.status === "measured");
  return html`<p class="answer">${capital(spoken(offer.numerator, formatCount))} of ${spoken(offer.denominator, formatCount)} linked victim-survivors were offered support</p>
<p>The target is everyone. ${others.map((item) => html`${safetyName(item)}: ${safetyCount(item)}. `)}</p>`;
}
