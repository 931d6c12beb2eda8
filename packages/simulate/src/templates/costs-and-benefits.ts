import type { EconomicsPlan } from "@likewise/schema";

/** Costs and benefits of a synthetic programme: invented spend and grants, published values of crimes. */
export const costsAndBenefits: EconomicsPlan = {
  priceYear: "2024-25",
  firstYear: "2019-20",
  years: 5,
  costs: { support: ["Support for victim-survivors"], uncertainty: 0.05 },
  benefits: [
    {
      id: "crimes",
      label: "Recorded domestic-abuse crimes (violence without injury as a stand-in)",
      outcome: "da-count-12m",
      per: "crime",
      multiplier: {
        value: 0.98,
        standardError: 0.1,
        source:
          "Home Office (2026), Economic and social costs of crime 2019 to 2020: multiplier published with violence without injury; its standard error is an assumption of this template",
      },
      values: [
        {
          parameter: "ho-crime-201920-violence-without-injury-response",
          // The name under which police pay in the costs table: one body is one row of who pays and gains.
          agency: "Police",
          cashable: 0.1,
        },
        { parameter: "ho-crime-201920-violence-without-injury-consequence", agency: "Victim-survivors and society" },
      ],
      persistsYears: 2,
      decay: {
        value: 0.5,
        low: 0.2,
        high: 0.8,
        source: "Invented for this template: nothing was followed beyond the data",
      },
    },
  ],
  success: { outcome: "da-recorded-12m", label: "person without recorded domestic abuse within 12 months" },
  funding: [
    grant("Central government", "Case management", 250_000, "2020-01-01", "2022-12-31"),
    grant("Council", "Case management", 90_000, "2022-07-01", "2025-03-31"),
    grant("Police and Crime Commissioner", "Support for victim-survivors", 160_000, "2020-01-01", "2025-09-30"),
  ],
  notMonetised: [
    "children’s fear and what it does to their lives",
    "victim-survivors’ freedom and space for action",
    "stalking, harassment and coercive control, which no published value of a crime holds",
  ],
};

function grant(funder: string, purpose: string, pounds: number, from: string, to: string) {
  return { funder, purpose, pounds, from, to };
}
