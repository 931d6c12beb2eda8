import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { Failure } from "@likewise/schema";

/** Names under which browsers of this kind are installed. */
const names: readonly string[] = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

const places: readonly string[] = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The variables of the environment that say where a browser is. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The browser that prints: the one that `CHROMIUM` names, else the first of its kind on the `PATH` or where it is
 * usually installed.
 *
 * @throws Failure `usage`, with what to install, when there is none
 */
export async function findChromium(environment: Environment): Promise<string> {
  const { CHROMIUM: named, PATH: path = "" } = environment;
  if (named !== undefined && named !== "") {
    if (await canRun(named)) return named;
    throw new Failure(
      "usage",
      `CHROMIUM names ${named}, which cannot be run: name an installed Chromium, Chrome or Edge`,
    );
  }
  const onPath = path
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  for (const candidate of [...onPath, ...places]) if (await canRun(candidate)) return candidate;
  throw new Failure(
    "usage",
    "--pdf needs a browser to print with: install Chromium, Chrome or Edge, or set CHROMIUM to where one is",
  );
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
