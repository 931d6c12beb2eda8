/**
 * A reading that is made once of each object it is made of, and forgotten with it: twenty descriptions of a study ask
 * for the same people and the same cases. What is read must not be changed afterwards, as no function here does.
 */
export function readOnce<Source extends object, Reading>(
  read: (source: Source) => Reading,
): (source: Source) => Reading {
  const known = new WeakMap<Source, { readonly reading: Reading }>();
  return (source) => {
    const found = known.get(source) ?? { reading: read(source) };
    known.set(source, found);
    return found.reading;
  };
}
