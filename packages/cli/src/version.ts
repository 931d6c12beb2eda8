import { readFileSync } from "node:fs";

/** The version in this package's package.json, which stands beside both src/ and dist/. */
export const version: string = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
