/**
 * Takes what stands behind the `#` and removes it from the address bar and the history: a token in a
 * link must not be left where it can be copied, bookmarked or sent on.
 */
export function takeFragment(): URLSearchParams {
  const found = new URLSearchParams(window.location.hash.slice(1));
  if (window.location.hash) {
    window.history.replaceState(
      window.history.state,
      '',
      window.location.pathname + window.location.search,
    );
  }
  return found;
}
