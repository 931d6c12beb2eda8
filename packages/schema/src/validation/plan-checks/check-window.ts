import { type WindowDefinition, windowDefinition, windowForms } from "../../calendar/windows.ts";
import type { PlanProblem } from "../check-shape.ts";

/** A window id must name a window, and the window must lie on the right side of the index date. */
export function checkWindow(path: string, id: string, side: WindowDefinition["side"]): PlanProblem[] {
  const window = windowNamed(id);
  if (window === null) {
    return [{ path, message: `expected a window id (${windowForms.join(", ")}), found "${id}"` }];
  }
  if (window.side === side) return [];
  const example = side === "before" ? "before-24m" : "recorded-12m";
  return [{ path, message: `expected a window ${side} the index date such as ${example}, found "${id}"` }];
}

/** The window of an id, or null where the id names none. */
export function windowNamed(id: string): WindowDefinition | null {
  try {
    return windowDefinition(id);
  } catch {
    return null;
  }
}
