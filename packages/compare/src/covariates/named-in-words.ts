/**
 * Terms of a model in words: `race=white` as race (white), without the intercept, at most three and then "and others". An
 * intercept alone separates when the whole of a covariate's levels do.
 */
export function namedInWords(terms: readonly string[]): string {
  const words = terms.filter((term) => term !== "(Intercept)").map(inWords);
  if (words.length === 0) return "the covariates";
  if (words.length > 3) return `${words.slice(0, 3).join(", ")} and others`;
  return words.length < 2 ? words[0]! : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function inWords(term: string): string {
  const at = term.indexOf("=");
  return at < 0 ? term : `${term.slice(0, at)} (${term.slice(at + 1)})`;
}
