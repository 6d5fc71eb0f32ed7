/** The path when it stays on this site, else `/`: an address from outside must not lead people away. */
export function localPath(path: string | undefined): string {
  if (!path?.startsWith('/')) {
    return '/';
  }
  const url = new URL(path, window.location.origin);
  return url.origin === window.location.origin ? url.pathname + url.search + url.hash : '/';
}
