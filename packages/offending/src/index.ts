// Before: covariates from events up to the index date

export { type EventBaseline, eventBaseline } from "./event-baseline.ts";

// After: reoffending over declared windows

export { offendingOutcomes } from "./offending-outcomes.ts";

// Around: blocks of time

export { blockOutcome } from "./block-outcome.ts";
export { defaultBlockWindows, sixMonthBlocks } from "./six-month-blocks.ts";

// What counts, and what became of every event

export { type BasisRule, basisRules, type ScopeRule, scopeRules } from "./events/counting-rules.ts";
export { eventAccount } from "./events/event-account.ts";
export { custodyKinds } from "./windows/custody-days.ts";
