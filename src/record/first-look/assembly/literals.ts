import { firstLiteral, firstWord, lengths, literalCount, words } from './tables';
import { none, wordAt } from './text';

/** Whether one of the schema's literals is at `at`. */
export function isAt(at: i32, literal: i32): bool {
  const first = <i32>load<u16>(firstWord + literal * sizeof<u16>());
  const last = <i32>load<u16>(firstWord + literal * sizeof<u16>(), sizeof<u16>()) - 1;
  for (let word = first; word < last; word++, at += 4) {
    if (wordAt(at) !== load<i32>(words + word * sizeof<i32>())) return false;
  }
  // The part of the last word that belongs to the literal.
  const mask: i32 = -1 >>> ((-(<i32>load<u8>(lengths + literal)) & 3) * 8);
  return (wordAt(at) & mask) === load<i32>(words + last * sizeof<i32>());
}

/**
 * Which of a definition's literals starts at `at`; `none` if none does.
 * @param next the one to try first: they mostly come in their order
 */
export function indexAt(at: i32, definition: i32, next: i32): i32 {
  const first = <i32>load<u8>(firstLiteral + definition);
  const count = <i32>load<u8>(literalCount + definition);
  for (let index = next; index < count; index++) if (isAt(at, first + index)) return index;
  for (let index = 0; index < next; index++) if (isAt(at, first + index)) return index;
  return none;
}

export function lengthOf(definition: i32, index: i32): i32 {
  return load<u8>(lengths + <i32>load<u8>(firstLiteral + definition) + index);
}
