/** A text as it is compared: no capitals, no marks around it, keys of results as words. */
export function canonical(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_\-‑]/g, " ")
    .replace(/’/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:()“”?!·]+|[\s.,;:()“”?!·]+$/g, "");
}
