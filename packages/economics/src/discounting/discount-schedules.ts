/** How much less a year counts than the one before it, by years from the start. */
export interface DiscountSchedule {
  readonly id: string;
  readonly label: string;
  /** what it is for */
  readonly appliesTo: string;
  readonly edition: string;
  readonly source: string;
  readonly status: "VERIFIED" | "RECALLED";
  /** whether the Treasury asks for it at the edition's date */
  readonly inForce: boolean;
  /** `rate` of every year up to and with `to`, after the band before; the last goes on */
  readonly bands: readonly { readonly to: number; readonly rate: number }[];
}

const edges = [30, 75, 125, 200, 300, Number.MAX_SAFE_INTEGER];

function bands(...rates: readonly number[]): DiscountSchedule["bands"] {
  return rates.map((rate, at) => ({ to: edges[at]!, rate }));
}

const supplementary =
  "HM Treasury, The Green Book (2026), chapter 6, and supplementary guidance on discounting, as transcribed in the greenbook R package 0.1.1";

/** Every schedule of discount rates. */
export const discountSchedules: readonly DiscountSchedule[] = [
  {
    id: "green-book-2026",
    label: "3.5 % a year, falling after 30 years",
    appliesTo: "everything but quantities of health or life",
    edition: "2026",
    source: supplementary,
    status: "VERIFIED",
    inForce: true,
    bands: bands(0.035, 0.03, 0.025, 0.02, 0.015, 0.01),
  },
  {
    id: "green-book-2026-health",
    label: "1.5 % a year, falling after 30 years",
    appliesTo: "quantities of health or life whose value is held constant",
    edition: "2026",
    source: supplementary,
    status: "VERIFIED",
    inForce: true,
    bands: bands(0.015, 0.0129, 0.0107, 0.0086, 0.0064, 0.0043),
  },
  {
    id: "green-book-2026-no-catastrophe",
    label: "3.0 % a year, falling after 30 years",
    appliesTo: "a sensitivity: the standard rate without its allowance for catastrophe",
    edition: "2026",
    source: supplementary,
    status: "VERIFIED",
    inForce: false,
    bands: bands(0.03, 0.0257, 0.0214, 0.0171, 0.0129, 0.0086),
  },
  {
    id: "review-2026",
    label: "3.0 % a year throughout",
    appliesTo: "a sensitivity: what the independent review of 30 June 2026 recommended, not in force in August 2026",
    edition: "2026 review",
    source: "Independent review of the discount rate, 30 June 2026, as reported in the greenbook R package 0.1.1",
    status: "VERIFIED",
    inForce: false,
    bands: [{ to: Number.MAX_SAFE_INTEGER, rate: 0.03 }],
  },
];
