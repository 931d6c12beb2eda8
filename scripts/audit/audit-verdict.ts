/** What an audit says: `skipped` when the registry gave no answer that could be read. */
export type AuditVerdict =
  | { readonly kind: "clean"; readonly lesser: number }
  | { readonly kind: "vulnerable"; readonly found: readonly string[] }
  | { readonly kind: "skipped"; readonly why: string };

interface Advisory {
  readonly module_name: string;
  readonly severity: string;
  readonly title: string;
  readonly url?: string;
}

/**
 * Reads what `pnpm audit --json` printed. High and critical advisories count; lesser ones are told. No answer, or one
 * that is no audit, is not a fault of the dependencies.
 */
export function auditVerdict(stdout: string, stderr: string): AuditVerdict {
  const answer = parsed(stdout);
  if (answer?.advisories === undefined) {
    const said = answer?.error?.message ?? (stderr.trim() || stdout.trim() || "no answer");
    return { kind: "skipped", why: said.split("\n")[0]!.trim() };
  }
  const advisories = Object.values(answer.advisories);
  const serious = advisories.filter(({ severity }) => severity === "high" || severity === "critical");
  if (serious.length === 0) return { kind: "clean", lesser: advisories.length };
  const found = serious.map(
    ({ module_name, severity, title, url }) => `${module_name}: ${severity}: ${title} ${url ?? ""}`,
  );
  return { kind: "vulnerable", found: found.map((line) => line.trim()) };
}

function parsed(
  text: string,
): { readonly advisories?: Record<string, Advisory>; readonly error?: { readonly message?: string } } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
