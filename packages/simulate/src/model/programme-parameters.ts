/** A choice among values with probabilities that sum to 1. */
export interface Mixture<Value> {
  readonly values: readonly Value[];
  readonly probabilities: readonly number[];
}

/** A yearly rate at liberty as a product: base × exp(sum of the coefficients of what is recorded of a person). */
export interface LogLinearRate {
  /** Events a year at liberty of a man aged 35 at standard risk, decided on in the first quarter. */
  readonly base: number;
  readonly agePerDecade: number;
  readonly female: number;
  readonly mediumRisk: number;
  readonly highRisk: number;
  readonly perQuarter: number;
}

/** A log-odds as a sum over what is recorded of a person. */
export interface LogOdds {
  readonly intercept: number;
  readonly agePerDecade: number;
  readonly highRisk: number;
}

/**
 * Every number of the simulated world. The README of this package lists each with its published source, or says that
 * it is our choice.
 */
export interface ProgrammeParameters {
  readonly seed: number | string;
  readonly referrals: number;
  readonly pool: number;
  readonly firstPanel: string;
  readonly panels: number;
  readonly daysBetweenPanels: number;
  readonly extractDate: string;
  /** Months of police records asked for, on each side of the decision. */
  readonly recordMonths: number;
  /** Shape of the gamma distribution of personal frailty; its mean is 1, so its variance is 1 / shape. */
  readonly frailtyShape: number;
  readonly domesticRate: LogLinearRate;
  readonly otherRate: LogLinearRate;
  /** Share of domestic events recorded as a crime; the rest are non-crime incidents. */
  readonly domesticCrimeShare: number;
  /** Share of other events that are a crime; the rest are breaches of an order or licence and nothing else. */
  readonly otherCrimeShare: number;
  /** Yearly rate of events in which the person is the victim; it has no frailty. */
  readonly victimRate: number;
  readonly effect: {
    /** Rate of domestic events after the start, over the rate without a start; 1 = no effect, above 1 = harm. */
    readonly domesticRateRatio: number;
    readonly otherRateRatio: number;
  };
  readonly proof: {
    readonly domestic: number;
    readonly other: number;
    readonly lagDays: Mixture<number>;
  };
  readonly custody: {
    readonly before: {
      readonly logOdds: LogOdds;
      readonly daysBack: Mixture<number>;
      readonly lengthDays: Mixture<number>;
    };
    readonly after: {
      readonly logOdds: LogOdds;
      readonly daysOn: Mixture<number>;
      readonly lengthDays: Mixture<number>;
    };
  };
  /** Log-odds of selection, before the places at the panel decide where the line falls. No protected characteristic. */
  readonly selection: {
    readonly domestic12m: number;
    readonly domestic24m: number;
    readonly all24m: number;
    readonly yearsSinceDomestic: number;
    readonly mediumRisk: number;
    readonly highRisk: number;
    /** Growth of the share of each panel's list that has a place, in log-odds a quarter. */
    readonly perQuarter: number;
    /** Share of a panel's list thought to merit a place; those among them without one are refused for capacity. */
    readonly meritShare: number;
  };
  readonly uptake: {
    readonly providerAccepts: number;
    readonly assessed: LogOdds;
    readonly offered: number;
    readonly accepted: number;
    readonly started: LogOdds;
    /** Days from the referral to the start. */
    readonly startDays: Mixture<number>;
    /** Where on the way from referral to start the decision is taken: 0 at the referral, 0.7 at acceptance. */
    readonly decidedAt: number;
  };
  readonly delivery: {
    readonly plannedSessions: number;
    readonly sessionMinutes: number;
    readonly completed: number;
    readonly engagedSessions: number;
    readonly attendance: number;
    readonly followedUp: number;
  };
  readonly people: {
    readonly men: number;
    readonly riskLevels: Mixture<"standard" | "medium" | "high">;
    readonly areas: Mixture<string>;
    readonly ethnicities: Mixture<string>;
    /** Share never looked for in the police source, and share looked for and not found. */
    readonly notSearched: number;
    readonly notFound: number;
    /** People on the panels' lists who turn out to be under 18, as a share of those eligible. */
    readonly underAge: number;
  };
}

/** What a caller may change. */
export interface ProgrammeOptions {
  /** Any number or text; the same seed gives the same bytes. */
  readonly seed: number | string;
  /** People selected and referred, >= 1. */
  readonly referrals?: number;
  /** Eligible people not selected, >= 1. */
  readonly pool?: number;
  readonly effect?: Partial<ProgrammeParameters["effect"]>;
  /** Shape of the frailty distribution, > 0. */
  readonly shape?: number;
}

/**
 * The parameters of a programme: the published or chosen defaults with the caller's changes.
 *
 * @throws RangeError when a count, the shape or a rate ratio is out of range
 */
export function programmeParameters(options: ProgrammeOptions): ProgrammeParameters {
  const { seed, shape = defaultParameters.frailtyShape } = options;
  const { referrals = defaultParameters.referrals, pool = defaultParameters.pool } = options;
  const effect = { ...defaultParameters.effect, ...options.effect };
  for (const [name, value] of Object.entries({ referrals, pool })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`simulateProgramme: ${name} must be a whole number >= 1 (people), got ${value}`);
    }
  }
  for (const [name, value] of Object.entries({ shape, ...effect })) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`simulateProgramme: ${name} must be > 0 and finite, got ${value}`);
    }
  }
  return { ...defaultParameters, seed, referrals, pool, frailtyShape: shape, effect };
}

/** What holds where nobody changes it. */
export const defaultParameters: Omit<ProgrammeParameters, "seed"> = {
  referrals: 620,
  pool: 3000,
  firstPanel: "2020-01-08",
  panels: 39,
  daysBetweenPanels: 28,
  extractDate: "2024-12-31",
  recordMonths: 24,
  frailtyShape: 1.5,
  domesticRate: { base: 0.42, agePerDecade: -0.12, female: -0.4, mediumRisk: 0.3, highRisk: 0.6, perQuarter: 0.01 },
  otherRate: { base: 0.42, agePerDecade: -0.3, female: -0.5, mediumRisk: 0.1, highRisk: 0.2, perQuarter: 0 },
  domesticCrimeShare: 0.75,
  otherCrimeShare: 0.9,
  victimRate: 0.06,
  effect: { domesticRateRatio: 0.5, otherRateRatio: 1 },
  proof: {
    domestic: 0.3,
    other: 0.35,
    lagDays: { values: [30, 75, 130, 200, 320, 480], probabilities: [0.2, 0.25, 0.2, 0.15, 0.12, 0.08] },
  },
  custody: {
    before: {
      logOdds: { intercept: -2.4, agePerDecade: -0.1, highRisk: 0.5 },
      daysBack: { values: [600, 480, 360, 240], probabilities: [0.25, 0.25, 0.25, 0.25] },
      lengthDays: { values: [28, 60, 120, 180], probabilities: [0.4, 0.3, 0.2, 0.1] },
    },
    after: {
      logOdds: { intercept: -2.2, agePerDecade: -0.1, highRisk: 0.6 },
      daysOn: { values: [130, 190, 250, 310], probabilities: [0.3, 0.3, 0.2, 0.2] },
      lengthDays: { values: [28, 60, 120, 180], probabilities: [0.4, 0.3, 0.2, 0.1] },
    },
  },
  selection: {
    domestic12m: 0.4,
    domestic24m: 0.15,
    all24m: 0.05,
    yearsSinceDomestic: -2,
    mediumRisk: 0.3,
    highRisk: 0.8,
    perQuarter: 0.05,
    meritShare: 0.25,
  },
  uptake: {
    providerAccepts: 0.95,
    assessed: { intercept: 0.95, agePerDecade: 0.15, highRisk: -0.25 },
    offered: 0.94,
    accepted: 0.93,
    started: { intercept: 2.3, agePerDecade: 0.1, highRisk: -0.2 },
    startDays: { values: [28, 42, 56, 77, 105], probabilities: [0.25, 0.3, 0.2, 0.15, 0.1] },
    decidedAt: 0,
  },
  delivery: {
    plannedSessions: 26,
    sessionMinutes: 120,
    completed: 0.54,
    engagedSessions: 4,
    attendance: 0.78,
    followedUp: 0.6,
  },
  people: {
    men: 0.94,
    riskLevels: { values: ["standard", "medium", "high"], probabilities: [0.3, 0.45, 0.25] },
    areas: { values: ["Eastfield", "Northside", "Riverside", "Westmoor"], probabilities: [0.2, 0.35, 0.25, 0.2] },
    ethnicities: {
      values: ["White", "Asian", "Black", "Mixed", "Other", "Not recorded", "Prefer not to say"],
      probabilities: [0.77, 0.06, 0.05, 0.035, 0.015, 0.05, 0.02],
    },
    notSearched: 0.004,
    notFound: 0.003,
    underAge: 0.011,
  },
};
