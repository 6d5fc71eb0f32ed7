// Keeps the pages' own files, so that a round opens after a reload without a connection.
//
// It never keeps an answer of the API: what a person may read lies in the browser's database, where
// signing out removes it. The page itself is asked for afresh whenever the server can be reached,
// because each one carries a nonce of its own.

const CACHE = `colloquy${new URL(location.href).searchParams.get('build') ?? ''}`;
const SHELL = '/';
const STATIC = ['/color-scheme.js', '/favicon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([SHELL, ...STATIC]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', ({ data }) => {
  if (data?.type === 'keep') {
    keep(data.urls.map((url) => new URL(url).pathname).filter(isAsset));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) {
    return;
  }
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request).catch(() => caches.match(SHELL).then((page) => page ?? Response.error())),
    );
  } else if (isAsset(pathname) || STATIC.includes(pathname)) {
    event.respondWith(
      caches.match(pathname).then((file) => file ?? fetchAndKeep(request, pathname)),
    );
  }
});

function isAsset(pathname) {
  return pathname.startsWith('/assets/');
}

async function keep(paths) {
  const cache = await caches.open(CACHE);
  for (const path of new Set(paths)) {
    if (!(await cache.match(path))) {
      // a file of an earlier build may be gone: that is no reason to keep nothing
      await cache.add(path).catch(() => undefined);
    }
  }
}

async function fetchAndKeep(request, pathname) {
  const file = await fetch(request);
  if (file.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(pathname, file.clone());
  }
  return file;
}
