// The command line as a function

export { main } from "./main.ts";
export type { Console } from "./terminal/console.ts";

// The account of rows: in words, and what stops a run

export { requireRows } from "./study/require-rows.ts";
export { accountText } from "./terminal/account-text.ts";

// From a comparison to what may be said of it: graded, guarded, claimed, as in a run

export { type EvidenceInput, withEvidence } from "./study/with-evidence.ts";

// The browser that prints

export { type Environment, findChromium } from "./pdf/find-chromium.ts";
