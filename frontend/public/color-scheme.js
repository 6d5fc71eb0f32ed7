// Runs before the first paint, so that the page never flashes in the wrong colours.
// A file of its own, because the content-security-policy allows no inline script.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('colloquy-color-scheme') ?? 'auto';
  } catch {
    // storage may be forbidden: then the system's choice holds
  }
  const isDark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
})();
