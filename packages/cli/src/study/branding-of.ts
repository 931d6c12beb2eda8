import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, type Results, type StudyPlan } from "@likewise/schema";

type Branding = NonNullable<Results["study"]["branding"]>;

/**
 * Whose pages these are, the logo as data: pages are made from results alone, and fetch nothing.
 *
 * @param folder the plan's: the logo is named relative to it
 * @returns undefined where the plan says nothing
 * @throws Failure `usage` when there is no such file, it is too large, no picture, or an SVG that could run or fetch
 */
export async function brandingOf({ report }: StudyPlan, folder: string): Promise<Branding | undefined> {
  const branding = report?.branding;
  if (branding === undefined) return undefined;
  const { name, colour, logo } = branding;
  return {
    name,
    colour: colour?.toLowerCase() ?? null,
    logo: logo === undefined ? null : await logoData(logo, folder),
  };
}

async function logoData(logo: string, folder: string): Promise<string> {
  const refuse = (why: string) => new Failure("usage", `report.branding.logo: ${logo} ${why}`);
  const bytes = await readFile(resolve(folder, logo)).catch(() => {
    throw refuse("cannot be read: name a PNG or SVG file beside the plan");
  });
  if (bytes.length > largestBytes)
    throw refuse(`has ${bytes.length} bytes, more than the ${largestBytes} a logo may have`);
  if (!/\.svg$/i.test(logo)) {
    if (!bytes.subarray(0, 8).equals(pngStart)) throw refuse("is not a PNG file");
    return `data:image/png;base64,${bytes.toString("base64")}`;
  }
  const text = bytes.toString("utf8");
  if (!/<svg[\s>]/.test(text)) throw refuse("is not an SVG file");
  const found = unsafe.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) throw refuse(`holds ${found.what}: save it as a plain picture, or as a PNG`);
  return `data:image/svg+xml;base64,${bytes.toString("base64")}`;
}

/** Part of every page. */
const largestBytes = 200_000;

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What could run, fetch or hide something; as a picture nothing of it would act, but nobody should have to know that. */
const unsafe: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern: /<(?:[\w-]+:)?(script|foreignObject|iframe|object|embed|animate|set|handler|listener)\b/i,
    what: "more than a picture",
  },
  { pattern: /\son\w+\s*=/i, what: "an event handler" },
  {
    pattern: /\b(?:href|src|from|to|values|base)\s*=\s*["']?\s*(?!["']?\s*#)[^"'\s>]/i,
    what: "a reference to something else",
  },
  { pattern: /url\(\s*["']?\s*(?!#|["']?#)/i, what: "a reference to something else" },
  { pattern: /@import|<\?xml-stylesheet|<!DOCTYPE|<!ENTITY/i, what: "a reference to something else" },
  { pattern: /&#|\\[0-9a-f]/i, what: "characters written as codes" },
];
