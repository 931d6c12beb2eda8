/**
 * Names of which none is empty and no two are the same, capitals aside: those that come again get a number.
 *
 * @param most characters of a name
 * @example
 * uniqueNames(["Interval", "Interval", ""]); // ["Interval", "Interval (2)", "Column 3"]
 */
export function uniqueNames(names: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name.trim() === "" ? `Column ${index + 1}` : name;
    let unique = plain.slice(0, most);
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      unique = `${plain.slice(0, most - suffix.length)}${suffix}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
