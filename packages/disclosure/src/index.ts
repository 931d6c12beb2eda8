// Exact results to publishable results

export { danglingKeys } from "./dangling-keys.ts";
export { disclose, type LogEntry } from "./disclose.ts";
export { type PooledBaseline, poolRareLevels, rareLevel } from "./pool-rare-levels.ts";
export { type Profile, type ProfileId, profileOf, profiles } from "./profiles.ts";

// Tables: what they show side by side, and what is left to say where counts cannot be protected

export { type Coarser, coarserStill } from "./coarsening/coarser-still.ts";
export { nullSpace } from "./relations/null-space.ts";
export { type SeenRelation, seenRelations } from "./relations/seen-relations.ts";

// The suppression itself: counts, how they add up, and which to withhold

export type { Count, CountSystem, Sum } from "./system/count-system.ts";
export { feasibleRange } from "./system/feasible-range.ts";
export { type Departures, maximise } from "./system/maximise.ts";
export { type Suppression, suppress, type Withholding } from "./system/suppress.ts";

// Where each structure of the results keeps its counts

export { type View, views } from "./views/views.ts";
