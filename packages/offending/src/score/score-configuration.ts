import { sha256Text } from "@likewise/engine";

/** Points for what lies in a band; bands in rising order. */
export interface PointBand {
  readonly from: number;
  readonly points: number;
}

/** Whole numbers as points: themselves up to a cap, or by bands. */
export type CountPoints = { readonly cap?: number | undefined } | { readonly bands: readonly PointBand[] };

/**
 * A score of recency, frequency, gravity and victims. No force's own table of points is known, so nothing is built in:
 * every part is declared, and the whole is hashed into what it makes.
 */
export interface ScoreConfiguration {
  readonly id: string;
  /** Days of events it looks at, the as-of day the last of them. */
  readonly lookBackDays: number;
  readonly events: "all" | "domestic";
  readonly basis: "recorded-crime" | "incident";
  readonly weights: Readonly<Record<ScorePart, number>>;
  readonly recency:
    | { readonly halfLifeDays: number; readonly points: number }
    | { readonly bands: readonly { readonly withinDays: number; readonly points: number }[] };
  readonly frequency: CountPoints;
  readonly gravity: {
    readonly summary: "sum" | "max" | "mean";
    /** Hash of the weight table that graded the events; null where they carry a gravity of their own. */
    readonly tableSha256: string | null;
  };
  readonly victims: CountPoints;
}

/** The parts of a score, in the order they are added. */
export const scoreParts = ["recency", "frequency", "gravity", "victims"] as const;

export type ScorePart = (typeof scoreParts)[number];

/**
 * Checks that a configuration can be a score: an event never lowers it by recency, frequency or victims.
 *
 * @throws RangeError naming the part that cannot be
 */
export function requireConfiguration(caller: string, configuration: ScoreConfiguration): void {
  const { id, lookBackDays, weights, recency, frequency, victims } = configuration;
  const fail = (what: string, got: unknown) => {
    throw new RangeError(`${caller}: ${what}, got ${got} in ${id}`);
  };
  if (!Number.isInteger(lookBackDays) || lookBackDays < 1) {
    fail("lookBackDays must be a whole number of 1 or more (days)", lookBackDays);
  }
  for (const part of scoreParts) {
    if (!(weights[part] >= 0 && Number.isFinite(weights[part])))
      fail(`weight of ${part} must be 0 or more`, weights[part]);
  }
  if ("bands" in recency) {
    recency.bands.forEach((band, index) => {
      const before = recency.bands[index - 1];
      if (!(band.points >= 0) || !(band.withinDays >= 0)) fail("bands of recency must be 0 or more", band.points);
      if (before === undefined) return;
      if (!(band.withinDays > before.withinDays)) fail("bands of recency must rise (days)", band.withinDays);
      if (band.points > before.points) fail("points of recency must not rise with days", band.points);
    });
  } else {
    if (!(recency.halfLifeDays > 0)) fail("halfLifeDays must be more than 0 (days)", recency.halfLifeDays);
    if (!(recency.points >= 0 && Number.isFinite(recency.points)))
      fail("points of recency must be 0 or more", recency.points);
  }
  for (const [part, points] of Object.entries({ frequency, victims })) {
    if (!("bands" in points)) {
      if (points.cap !== undefined && !(points.cap >= 1)) fail(`cap of ${part} must be 1 or more`, points.cap);
      continue;
    }
    points.bands.forEach((band, index) => {
      const before = points.bands[index - 1];
      if (!(band.points >= 0)) fail(`points of ${part} must be 0 or more`, band.points);
      if (before === undefined) return;
      if (!(band.from > before.from)) fail(`bands of ${part} must rise`, band.from);
      if (band.points < before.points) fail(`points of ${part} must not fall with more of them`, band.points);
    });
  }
}

/**
 * SHA-256 of a configuration, whatever order its keys are written in.
 *
 * @returns 64 hexadecimal digits
 */
export function configurationHash(configuration: ScoreConfiguration): string {
  return sha256Text(JSON.stringify(ordered(configuration)));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}
