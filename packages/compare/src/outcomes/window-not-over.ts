import { type Refusal, windowDefinition } from "@likewise/schema";
import type { OutcomeRows } from "./outcome-rows.ts";

/**
 * Names the real cause where an arm has nobody whose outcome is known because the data end before their windows do:
 * no outcomes need finding, only a shorter window or later data.
 *
 * @param dataEnd the last day the data can show, an ISO date; left out when not known
 */
export function windowNotOver(rows: OutcomeRows, dataEnd: string | undefined): (refusal: Refusal) => Refusal {
  const [treated, comparison] = [rows.cutShort.treated, rows.cutShort.comparison];
  return (refusal) => {
    if (!refusal.id.startsWith(emptyArm) || !(treated || comparison)) return refusal;
    const whose = treated && comparison ? "anybody" : `anybody of the ${treated ? "treated" : "comparison"} arm`;
    const end = dataEnd === undefined ? "the data end before it does" : `the data end on ${dataEnd}`;
    return {
      ...refusal,
      id: `window-not-over:${refusal.id.slice(emptyArm.length)}`,
      why: `${windowWords(rows.window)} is not over for ${whose} observed: ${end}`,
      unlocks: "a shorter window, or a later extract",
    };
  };
}

const emptyArm = "empty-arm:";

function windowWords(id: string | null): string {
  const window = id === null ? null : definitionOf(id);
  if (window === null) return "the window";
  const { to, provenBy } = window;
  const size = "months" in to ? `${to.months} months` : `${to.days} days`;
  return `the window of ${size}${provenBy === null ? "" : ", with the time for proof after it,"}`;
}

/** A table of outcomes may call its windows what it likes. */
function definitionOf(id: string) {
  try {
    return windowDefinition(id);
  } catch {
    return null;
  }
}
