import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Test files by the id of the practice they hold a test of, in order of path. */
export type PracticeTests = ReadonlyMap<string, readonly string[]>;

/** Reads the sources of all packages' tests; nothing is run. */
export function practiceTests(root: string): PracticeTests {
  const found = new Map<string, string[]>();
  for (const file of testFiles(root)) {
    for (const id of practicesOf(readFileSync(path.join(root, file), "utf8"))) {
      found.set(id, [...(found.get(id) ?? []), file]);
    }
  }
  return found;
}

/**
 * The practices a test file's source holds a test of, each once. A test that is skipped, to do, expected to fail or in a
 * comment is none, and neither is a group of tests.
 */
export function practicesOf(source: string): Set<string> {
  return new Set([...source.matchAll(practiceTest)].map(([, id]) => id!));
}

const practiceTest = /(?<!\/\/.*|\bdescribe|\.(?:skip|todo|fails))\(\s*["'`]practice-([^"'`:\s]*): /g;

function testFiles(root: string): string[] {
  return readdirSync(path.join(root, "packages"))
    .flatMap((name) =>
      readdirSync(path.join(root, "packages", name, "test"), { recursive: true }).map((file) =>
        ["packages", name, "test", ...String(file).split(path.sep)].join("/"),
      ),
    )
    .filter((file) => file.endsWith(".test.ts"))
    .sort();
}
