/**
 * Continuity of worker: how far a person's contacts were with the same worker, 1 for one worker.
 *
 * `index` is the sum of squared shares of contacts: the chance that two contacts drawn at random, with replacement, were
 * with the same worker; 0.5 for an even split between two. `usualWorkerShare` is the largest share. The two agree on even
 * splits and differ on uneven ones (three quarters with one of two workers: 0.625 and 0.75). Bice and Boxerman's index, which
 * draws without replacement, is 0.444 for five contacts with each of two workers and depends on the number of contacts.
 *
 * Missing rule: contacts without a worker are not among those the shares are of.
 *
 * @param workers worker of each contact, null where not recorded
 * @returns null without a contact whose worker is recorded
 * @source Simpson (1949), doi:10.1038/163688a0, for the index; Breslau and Reeb (1975), Journal of
 *         Medical Education 50, 965-969, for the share of the usual worker; Bice and Boxerman (1977), Medical Care 15, 347-349
 * @example
 * continuityOf(["a", "a", "b", "b"]).index; // 0.5
 * continuityOf(["a", "a", null]).index; // 1
 */
export function continuityOf(workers: readonly (string | null)[]): {
  readonly index: number;
  readonly usualWorkerShare: number;
  readonly workers: number;
  readonly contacts: number;
} | null {
  const counts = new Map<string, number>();
  for (const worker of workers) if (worker !== null) counts.set(worker, (counts.get(worker) ?? 0) + 1);
  const contacts = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (contacts === 0) return null;
  // Squares of counts are whole numbers, so the order of workers decides nothing.
  const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  return {
    index: squares / (contacts * contacts),
    usualWorkerShare: Math.max(...counts.values()) / contacts,
    workers: counts.size,
    contacts,
  };
}
