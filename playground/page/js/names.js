// What somebody new may be called: a name and a number that nobody here has.

const NAMES = ["Aisha", "Daniel", "Aruzhan", "Marina", "Nurlan", "Sofia", "Askar", "Tamara", "Miras", "Irina", "Zhanna", "Viktor",
  "Kamila", "Anton", "Gulnara", "Roman", "Madina", "Oleg", "Saltanat", "Denis", "Ainura", "Pavel", "Togzhan", "Lena"];

/** A name that is not among these. */
export function newName(taken) {
  const known = new Set(taken);
  const free = NAMES.map((name) => `Made-up ${name}`).find((name) => !known.has(name));
  if (free) return free;
  let number = 2;
  while (known.has(`Made-up ${NAMES[0]} ${number}`)) number += 1;
  return `Made-up ${NAMES[0]} ${number}`;
}

/** A number that is not among these. */
export function newNumber(taken) {
  const known = new Set(taken);
  let number = 101;
  while (known.has(`+77000000${number}`)) number += 1;
  return `+77000000${number}`;
}
