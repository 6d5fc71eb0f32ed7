import i18next from 'i18next';

/** What is wrong with one field of what was sent; `path` is the field's name as the server knows it. */
export interface FieldProblem {
  path: string;
  message: string;
}

interface ProblemDetails {
  title: string;
  detail: string;
  status: number;
  /** What kind of problem it is, by the server's name for it. */
  type?: string;
  fields?: FieldProblem[];
}

/** The status of a problem that never reached the server. */
const UNREACHABLE = 0;

/** Anything that went wrong with a request; `message` is a sentence fit to be shown to anybody. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;
  readonly type: string;
  readonly fields: FieldProblem[];

  constructor({ title, detail, status, type = '', fields = [] }: ProblemDetails) {
    super(detail);
    this.title = title;
    this.type = type;
    this.status = status;
    this.fields = fields;
  }

  /** True when nothing came back: the answer may be tried again without harm. */
  get isUnreachable(): boolean {
    return this.status === UNREACHABLE;
  }

  get isNotSignedIn(): boolean {
    return this.status === 401;
  }

  /** True when the person must read the consent form, or a new version of it, first. */
  get isConsentNeeded(): boolean {
    return this.type === 'urn:colloquy:problem:ConsentNeeded';
  }

  /** True when the person has been invited and has not said yet whether they take part. */
  get isInvitationOpen(): boolean {
    return this.type === 'urn:colloquy:problem:InvitationOpen';
  }

  get isNotFound(): boolean {
    return this.status === 404;
  }
}

export function unreachable(): Problem {
  return new Problem({
    status: UNREACHABLE,
    title: i18next.t('api:unreachable.title'),
    detail: i18next.t('api:unreachable.detail'),
  });
}

/** Turns a refused response into a `Problem`, also when its body is not problem+json. */
export async function problemFrom(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '');
  return problemFromBody(response.status, text);
}

/** A refused answer as a `Problem`, where its status and its text are at hand. */
export function problemFromBody(status: number, text: string): Problem {
  const body = parsed(text);
  return new Problem({
    status,
    title: words(body.title) ?? plainTitle(status),
    detail: words(body.detail) ?? plainDetail(status),
    type: words(body.type) ?? '',
    fields: fieldProblems(body.fields),
  });
}

/** Any thrown value as a `Problem`, so that a page has one thing to show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) {
    return error;
  }
  return new Problem({
    status: 500,
    title: i18next.t('api:page.title'),
    detail: i18next.t('api:page.detail'),
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) ? body : {};
  } catch {
    // a proxy's HTML page or an empty body: the status alone must do
    return {};
  }
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.flatMap((entry: unknown) => {
    if (!isRecord(entry)) {
      return [];
    }
    const path = words(entry.path);
    const message = words(entry.message);
    return path !== undefined && message !== undefined ? [{ path, message }] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function plainTitle(status: number): string {
  return status >= 500 ? i18next.t('api:server.title') : i18next.t('api:refused.title');
}

function plainDetail(status: number): string {
  return status >= 500 ? i18next.t('api:server.detail') : i18next.t('api:refused.detail');
}
