/** Okabe and Ito's colours and three that stay apart from them; a code also has its letter. */
export const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#b87800',
  '#56b4e9',
  '#7a5195',
  '#8c564b',
  '#5a6472',
] as const;
