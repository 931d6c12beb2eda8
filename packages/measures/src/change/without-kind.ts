/** A finding as part of another one, which says what kind of thing it is. */
export function withoutKind<Found extends { readonly kind: string }>({ kind: _, ...rest }: Found): Omit<Found, "kind"> {
  return rest;
}
