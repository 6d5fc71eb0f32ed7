const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** A mail's words as they are; only addresses of this very site become links. */
export function MailText({ text }: { text: string }) {
  const pieces = text.split(ADDRESS).map((piece, place) => ({ piece, key: `${place} ${piece}` }));
  return pieces.map(({ piece, key }) => {
    const path = pathHere(piece);
    return path ? (
      <a key={key} href={path}>
        {piece}
      </a>
    ) : (
      <span key={key}>{piece}</span>
    );
  });
}

function pathHere(piece: string): string | undefined {
  if (!ADDRESS.test(piece) || !URL.canParse(piece)) {
    return undefined;
  }
  const { origin, pathname, search, hash } = new URL(piece);
  return origin === window.location.origin ? pathname + search + hash : undefined;
}
