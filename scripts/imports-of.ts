/**
 * What a source file imports, in order: the specifiers of import and export statements and of `import()`; null for an
 * `import()` whose argument is not a literal.
 *
 * A scan for statements at the start of a line, which is how the formatter leaves them; lines of comments are not code.
 */
export function importsOf(text: string): (string | null)[] {
  const code = text
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .join("\n");
  return [...code.matchAll(statement)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? null);
}

const statement = new RegExp(
  [
    String.raw`^\s*(?:import|export)\b[^"';()]*?\bfrom\s*["']([^"']+)["']`,
    String.raw`^\s*import\s*["']([^"']+)["']`,
    String.raw`\bimport\(\s*(?:\/\*.*?\*\/\s*)?(?:["']([^"']+)["']|)`,
  ].join("|"),
  "gm",
);
