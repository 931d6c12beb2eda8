/**
 * Which person an event happens to, each with a chance in proportion to their rate: people are laid end to end by rate,
 * and a guide says where to begin looking, so that a draw takes about as long for a million people as for ten.
 *
 * @param rates >= 0, at least one above
 * @returns position of the person at a place from 0 to 1
 */
export function personByRate(rates: Float64Array): (uniform: number) => number {
  const people = rates.length;
  const upTo = new Float64Array(people);
  let total = 0;
  for (let i = 0; i < people; i++) {
    total += rates[i]!;
    upTo[i] = total;
  }
  const guide = new Int32Array(people);
  for (let i = 0, person = 0; i < people; i++) {
    while (upTo[person]! <= (i / people) * total) person++;
    guide[i] = person;
  }
  return (uniform) => {
    const place = uniform * total;
    let person = guide[Math.floor(uniform * people)]!;
    while (person < people - 1 && upTo[person]! <= place) person++;
    return person;
  };
}
