/** What the numbers of a weight table are. */
export interface HarmScheme {
  readonly id: "cchi" | "css" | "gravity" | "own";
  readonly label: string;
  readonly unit: "days" | "score" | "points" | null;
  /** Offences found only because police went looking are left out: they measure effort, not harm to victims. */
  readonly proactiveLeftOut: boolean;
  readonly source: string;
  readonly status: "verified" | "recalled" | "policy";
  /** What any page that shows a total must say. */
  readonly caveat: string;
}

/**
 * Schemes a weight table can follow. None of them weighs an incident that is no crime, and totals of two are never added.
 *
 * @example
 * harmSchemes.filter((scheme) => scheme.proactiveLeftOut).map((scheme) => scheme.id); // ["cchi"]
 */
export const harmSchemes: readonly HarmScheme[] = [
  {
    id: "cchi",
    label: "Cambridge Crime Harm Index",
    unit: "days",
    proactiveLeftOut: true,
    source: "Sherman, Neyroud and Neyroud (2016), doi:10.1093/police/paw003",
    status: "verified",
    caveat:
      "Days of imprisonment a first offender would start from, in England and Wales. Crime codes do not capture coercive control, so harm indices can mislead when they rank domestic-abuse cases.",
  },
  {
    id: "css",
    label: "Crime Severity Score",
    unit: "score",
    proactiveLeftOut: false,
    source: "Office for National Statistics (2016), Research outputs: developing a Crime Severity Score",
    status: "verified",
    caveat:
      "Weights from sentences actually passed, in England and Wales. Crime codes do not capture coercive control, so harm indices can mislead when they rank domestic-abuse cases.",
  },
  {
    id: "gravity",
    label: "Gravity scale",
    unit: "points",
    proactiveLeftOut: false,
    source: "ACPO youth offender case disposal gravity factor matrix (2013): 1 to 4, moved one step by factors",
    status: "verified",
    caveat: "Points of an ordered scale: twice the points is not twice the harm.",
  },
  {
    id: "own",
    label: "Own weights",
    unit: null,
    proactiveLeftOut: false,
    source: "The study",
    status: "policy",
    caveat: "Weights of the study's own, comparable with no other study.",
  },
];

/** @throws RangeError for a scheme there is none of */
export function harmScheme(id: string): HarmScheme {
  const scheme = harmSchemes.find((each) => each.id === id);
  if (scheme === undefined) {
    throw new RangeError(`harmScheme: id must be one of ${harmSchemes.map((each) => each.id).join(", ")}, got ${id}`);
  }
  return scheme;
}
