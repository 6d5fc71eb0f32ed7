/** In the order of their keys, 1 to 4. */
export const STANCES = ['supports', 'challenges', 'refines', 'extends'] as const;

/** In the order of a configuration, with the keys 5 to 8. */
export const ELEMENTS = ['context', 'resource', 'reasoning', 'outcome'] as const;

/** A mechanism that can be coded to, as the page hands it in. */
export interface MechanismChoice {
  id: string;
  title: string;
  /** Which version a coding was made against, in words. */
  describe: (versionId: string | null) => string | undefined;
}
