import { setupServer } from 'msw/node';

/** The server of the tests: each test says what it answers with `server.use(http.get(…))`. */
export const server = setupServer();
