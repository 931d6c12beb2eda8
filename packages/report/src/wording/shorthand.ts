/** Marks that stand in a table where there is no number, and what each means. */
export const shorthand: readonly { readonly mark: string; readonly means: string }[] = [
  { mark: "[c]", means: "Withheld, because few people stand behind it" },
  { mark: "[x]", means: "Not available" },
  { mark: "[z]", means: "Does not apply" },
  { mark: "[u]", means: "Low reliability: few people stand behind it" },
];
