const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/** A number of bytes as people say it: `12.3 MB`, `2 GB`. */
export function inMegabytes(bytes: number): string {
  const [amount, unit] = bytes >= GIGABYTE ? [bytes / GIGABYTE, 'GB'] : [bytes / MEGABYTE, 'MB'];
  return `${amount.toLocaleString(undefined, { maximumFractionDigits: 1 })} ${unit}`;
}
