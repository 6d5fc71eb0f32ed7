/** Plain text from people: an empty line begins a new paragraph. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part, place) => ({ part: part.trim(), key: `${place}` }))
    .map(({ part, key }) => <p key={key}>{part}</p>);
}
