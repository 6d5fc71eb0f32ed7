/** The nonce that the server wrote into the page: styles without it are refused by the browser. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Mantine's dialogs lock scrolling through a library that looks for the nonce under this name. */
export function giveNonceToStyles(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
