/** How sure we are of a built-in fact: read in the source, read in a document that reports it, or from memory. */
export type FactStatus = "verified" | "verified-secondary" | "recalled" | "inferred";

/** A Home Office offence code and what it stands for. */
export interface OffenceCode {
  /** Five digits. */
  readonly code: string;
  readonly title: string;
  readonly source: string;
  readonly status: FactStatus;
  /** What is still to be settled, and is said wherever the code is used. */
  readonly note: string | null;
}

const source =
  "Home Office offence group classification, June 2023 (published with Ministry of Justice criminal justice statistics), as used in a public script";

/**
 * Codes most used in domestic-abuse work. They name offences; they weigh nothing.
 *
 * @example
 * offenceCodes.find(({ code }) => code === "00867").title; // "Controlling or coercive behaviour in an intimate or family relationship (Serious Crime Act 2015 s76)"
 */
export const offenceCodes: readonly OffenceCode[] = [
  ...(
    [
      ["00101", "Murder, victim aged 1 year or over"],
      ["00200", "Attempted murder"],
      ["00301", "Threats to kill"],
      ["00501", "Wounding with intent to do grievous bodily harm (s18)"],
      ["00801", "Grievous bodily harm without intent (s20)"],
      ["00802", "Administering poison with intent to injure or annoy"],
      ["00806", "Assault occasioning actual bodily harm (s47)"],
      ["00820", "Assault with intent to resist apprehension"],
      ["00829", "Breach of injunction against harassment"],
      ["00831", "Breach of a restraining order"],
      ["00855", "Racially or religiously aggravated harassment, alarm or distress"],
      ["00856", "Racially or religiously aggravated stalking without violence"],
      ["00857", "Racially or religiously aggravated assault"],
      ["00859", "Racially or religiously aggravated wounding"],
      ["00865", "Stalking involving fear of violence"],
      ["00866", "Stalking involving serious alarm or distress"],
      ["00867", "Controlling or coercive behaviour in an intimate or family relationship (Serious Crime Act 2015 s76)"],
      ["00871", "Disclosing private sexual photographs or films"],
      ["00872", "Sending letters etc with intent to cause distress (malicious communications)"],
      ["00873", "Assault on an emergency worker"],
      ["00877", "Intentional (non-fatal) strangulation and suffocation (Serious Crime Act 2015 s75A)"],
      ["01103", "Cruelty to or neglect of children"],
      ["01301", "Abduction of a child by a parent"],
      ["03601", "Kidnapping"],
      ["03603", "False imprisonment"],
      ["05601", "Arson endangering life"],
      ["05602", "Arson not endangering life"],
      ["05700", "Criminal damage endangering life"],
      ["05800", "Criminal damage, value over 5,000 pounds"],
      ["05804", "Racially or religiously aggravated criminal damage"],
      ["05911", "Threat to commit criminal damage"],
      ["06500", "Violent disorder"],
      ["06601", "Affray"],
      ["10423", "Assault on a constable"],
      ["10501", "Common assault and battery (s39)"],
      ["12509", "Causing intentional harassment, alarm or distress (Public Order Act s4A)"],
      ["12511", "Fear or provocation of violence (Public Order Act s4)"],
      ["12512", "Harassment, alarm or distress (Public Order Act s5)"],
      ["14900", "Criminal damage, value under 5,000 pounds"],
      ["19512", "Stalking, s2A (course of conduct)"],
    ] as const
  ).map(([code, title]) => ({ code, title, source, status: "verified-secondary" as const, note: null })),
  {
    code: "06639",
    title: "Breach of a non-molestation order",
    source,
    status: "verified-secondary",
    note: "A probation list has 06638 in its harassment group: confirm which is current",
  },
];
