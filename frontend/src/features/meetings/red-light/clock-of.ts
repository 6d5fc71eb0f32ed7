/** The time of a moment on this device's wall: `13:05`. */
export function clockOf(moment: string | number): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
