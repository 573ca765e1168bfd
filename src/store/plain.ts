/** A text that PostgreSQL can hold: NUL and halves of surrogate pairs become spaces. For searching, never for keeping. */
export function plain(text: string): string {
  return text.replace(/[\0\p{Surrogate}]/gu, ' ');
}
