import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** A third-party package that comes with an installation of `likewise`. */
export interface ShippedDependency {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Our packages that ask for it, or the third-party package that does. */
  readonly askedBy: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Every production dependency, direct or not, from the package files as installed.
 *
 * Builds for other systems are not installed here; they are listed with their parent's licence and the version that it
 * asks for, so that the list is the same on every system.
 *
 * @param root of the repository
 * @throws Error when a dependency is not installed or states no licence
 */
export function shippedDependencies(root: string): ShippedDependency[] {
  const found = new Map<string, { name: string; version: string; licence: string; askedBy: Set<string> }>();
  const note = (name: string, version: string, licence: string, askedBy: string): boolean => {
    const key = `${name}@${version}`;
    const known = found.get(key);
    known?.askedBy.add(askedBy);
    if (known === undefined) found.set(key, { name, version, licence, askedBy: new Set([askedBy]) });
    return known === undefined;
  };
  const visit = (name: string, from: string, askedBy: string): void => {
    const folder = installed(name, from);
    const file = read(folder);
    if (!note(file.name, file.version, licenceOf(file), askedBy)) return;
    for (const [build, version] of Object.entries(file.optionalDependencies ?? {})) {
      note(build, version, licenceOf(file), file.name);
    }
    for (const next of Object.keys(file.dependencies ?? {})) {
      if (!(next in (file.optionalDependencies ?? {}))) visit(next, folder, file.name);
    }
  };
  for (const ours of readdirSync(join(root, "packages")).sort()) {
    const folder = join(root, "packages", ours);
    const file = read(folder);
    for (const [name, version] of Object.entries(file.dependencies ?? {})) {
      if (!version.startsWith("workspace:")) visit(name, folder, file.name);
    }
  }
  return [...found.values()]
    .map((each) => ({ ...each, askedBy: [...each.askedBy].sort() }))
    .sort((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)));
}

/** Where Node would find it: in `node_modules` of the folder or of one above it. */
function installed(name: string, from: string): string {
  for (let folder = realpathSync(from); ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return realpathSync(place);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed (asked for by ${from})`);
  }
}

function read(folder: string): PackageFile {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
}

function licenceOf({ name, license, licenses }: PackageFile): string {
  const stated =
    typeof license === "string" ? license : (license?.type ?? licenses?.map(({ type }) => type).join(" OR "));
  if (!stated) throw new Error(`${name} states no licence`);
  return stated;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
