/**
 * The four kinds of mechanism a theory of change of this field has to state, with what each is about.
 *
 * @example
 * mechanisms.map(({ id }) => id); // ["change", "safety", "wellbeing", "maintenance"]
 */
export const mechanisms = [
  { id: "change", about: "how those who do harm come to change" },
  { id: "safety", about: "how victim-survivors and children become safer" },
  { id: "wellbeing", about: "how victim-survivors and children recover" },
  { id: "maintenance", about: "how what was gained lasts after the programme" },
] as const;
