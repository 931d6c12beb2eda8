import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** Every page that ships, by its path below the repository: the gallery, and those of each study. */
export function shippedPages(root: string): string[] {
  const reports = path.join(root, "reports");
  const studies = readdirSync(reports).filter((name) => existsSync(path.join(reports, name, "out")));
  const ofStudies = studies.sort().flatMap((name) =>
    readdirSync(path.join(reports, name, "out"))
      .filter((file) => file.endsWith(".html"))
      .sort()
      .map((file) => `reports/${name}/out/${file}`),
  );
  return ["reports/index.html", ...ofStudies];
}
