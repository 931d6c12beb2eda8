import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { fileReaders } from "@likewise/ingest";
import { Failure } from "@likewise/schema";

/** An extract to draft from, and what it will be called in the study. */
export interface ExtractFile {
  readonly file: string;
  /** Below the study folder. */
  readonly path: string;
  readonly name: string;
}

const extensions = fileReaders.flatMap((reader) => reader.extensions);

/** Read when they are named, and passed over in a folder: settings more often than extracts, and pictures of Windows. */
const passedOver = /\.json(\.gz)?$|^thumbs\.db$/i;

/**
 * The files that were named: each as it is, a folder as every extract in it and below, and a pattern with `*` or `?`
 * (where the shell has left one) as what it fits.
 *
 * @throws Failure usage when there is no such file, or a folder or pattern holds none
 */
export async function extractFiles(named: readonly string[]): Promise<readonly ExtractFile[]> {
  const files: string[] = [];
  for (const one of named) files.push(...(await filesOf(one)));
  const different = [...new Set(files.map((file) => resolve(file)))];
  return different.map((file) => ({ file, path: `data/${ownName(file, different)}`, name: basename(file) }));
}

/** The name of a file, with as many of the folders above it as tell it from the others, in capitals or not. */
function ownName(file: string, all: readonly string[]): string {
  const parts = slashed(file).split("/").filter(Boolean);
  const endings = (depth: number) => parts.slice(-depth).join("/");
  const shared = (ending: string) =>
    all.filter((other) => slashed(other).toLowerCase().endsWith(`/${ending.toLowerCase()}`)).length > 1;
  let depth = 1;
  while (depth < parts.length && shared(endings(depth))) depth++;
  return endings(depth);
}

async function filesOf(named: string): Promise<readonly string[]> {
  const found = await stat(named).catch(() => null);
  if (found?.isDirectory()) return some(await below(named), `the folder ${named} holds no extract`);
  if (found !== null) return [named];
  if (!/[*?]/.test(named)) throw new Failure("usage", `there is no file ${named}`);
  const folder = /^[^*?]*\//.exec(slashed(named))?.[0] ?? "./";
  const pattern = expression(slashed(resolve(named)));
  const candidates = await below(folder).catch(() => []);
  return some(
    candidates.filter((file) => pattern.test(slashed(resolve(file)))),
    `nothing fits the pattern ${named}`,
  );
}

function some(files: readonly string[], otherwise: string): readonly string[] {
  if (files.length > 0) return files;
  throw new Failure("usage", `${otherwise} (${extensions.join(" ")})`);
}

/** Extracts in a folder and below, hidden ones left out, in the order of their names. */
async function below(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
    if (entry.isDirectory()) files.push(...(await below(path)));
    else if (isExtract(entry.name)) files.push(path);
  }
  return files;
}

function isExtract(name: string): boolean {
  const expanded = name.toLowerCase().replace(/\.gz$/, "");
  return extensions.some((extension) => expanded.endsWith(extension)) && !passedOver.test(name);
}

/** With the slashes a plan and a pattern have on every system. */
function slashed(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** `*` and `?` stay inside one folder, `**` does not. */
function expression(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("**/", "\u0000")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]")
    .replaceAll("\u0000", "(.*/)?");
  return new RegExp(`^${source}$`);
}
