import type { Dimension } from "@likewise/schema";

/**
 * A title that no longer says a table is broken down by a dimension, called there by its label or its id: "Abuse by kind,
 * time point and severity" becomes "Abuse by time point and severity". Other titles stay.
 */
export function titleWithout(title: string, { id, label }: Pick<Dimension, "id" | "label">): string {
  const names = [id, label].map((name) => name.toLowerCase());
  return title.replace(breakdown, (said, list: string) => {
    const all = list.split(/, | and /);
    const left = all.filter((one) => !names.includes(one.toLowerCase()));
    if (left.length === all.length) return said;
    return left.length === 0 ? "" : ` by ${listed(left)}`;
  });
}

/** " by kind, time point and severity", up to the next comma, colon or bracket. */
const breakdown = / by ((?:[\w -]+, )*[\w -]+ and [\w -]+|[\w -]+)(?=$|[,:(])/g;

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
