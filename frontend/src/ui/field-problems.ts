import { asProblem } from '@/api/errors';

/** What the server said about the fields of a form, to be shown at them; the rest stays in the notice. */
export function fieldProblems<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const messages: Partial<Record<Field, string>> = {};
  for (const { path, message } of asProblem(error).fields) {
    // `roles.0` is about the field `roles`
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
    if (field !== undefined) {
      messages[field] ??= sentence(message);
    }
  }
  return messages;
}

function sentence(message: string): string {
  const first = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
