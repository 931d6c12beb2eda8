/** A characteristic people may not be selected by, the field of people that holds it, and what else it is called. */
export interface ProtectedCharacteristic {
  /** Field of the people record. */
  readonly field: string;
  readonly label: string;
  /** Names that stand for it, words joined by underscores. */
  readonly alsoCalled: readonly string[];
}

/**
 * The protected characteristics of the Equality Act 2010, as the people record names them. They are monitored, and never
 * an input of a score that selects.
 *
 * @source Equality Act 2010, section 4; race (section 9) includes colour, nationality, ethnic and national origins
 * @example
 * protectedCharacteristics.length; // 9
 */
export const protectedCharacteristics: readonly ProtectedCharacteristic[] = [
  { field: "age", label: "Age", alsoCalled: ["birth", "dob", "birthday"] },
  { field: "sex", label: "Sex", alsoCalled: ["gender", "male", "female"] },
  {
    field: "ethnicity",
    label: "Ethnic group",
    alsoCalled: ["ethnic", "race", "colour", "nationality", "national_origin", "country_birth", "heritage"],
  },
  { field: "disability", label: "Disability", alsoCalled: ["disabled", "disabilities"] },
  { field: "religion", label: "Religion or belief", alsoCalled: ["belief", "faith", "religious", "religion_belief"] },
  { field: "sexual_orientation", label: "Sexual orientation", alsoCalled: ["sexuality", "orientation"] },
  {
    field: "gender_reassignment",
    label: "Gender reassignment",
    alsoCalled: ["gender_identity", "trans", "transgender"],
  },
  { field: "marital_status", label: "Marriage and civil partnership", alsoCalled: ["marital", "married", "marriage"] },
  { field: "pregnancy", label: "Pregnancy and maternity", alsoCalled: ["pregnant", "maternity"] },
];

/**
 * The protected characteristic a name stands for, or null. Case, spaces and hyphens do not matter, nor do words that
 * say how it was recorded (band, group, code, at referral). `age_at_first_offence` is criminal history, not an age.
 *
 * @param name of a field, a covariate or a column
 * @example
 * protectedCharacteristicNamed("people.Ethnic group"); // "ethnicity"
 * protectedCharacteristicNamed("age_at_first_offence"); // null
 */
export function protectedCharacteristicNamed(name: string): string | null {
  const words = name
    .slice(name.lastIndexOf(".") + 1)
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
  const whole = words.join("_");
  const bare = words.filter((word) => !saysHow.has(word)).join("_");
  const found = protectedCharacteristics.find(({ field, alsoCalled }) =>
    [field, ...alsoCalled].some((known) => known === whole || known === bare),
  );
  return found?.field ?? null;
}

const saysHow: ReadonlySet<string> = new Set(
  "at band bands category code coded date defined group index is label of officer on or person recorded referral self squared the year years".split(
    " ",
  ),
);
