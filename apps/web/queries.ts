import { QueryCache, QueryClient } from '@tanstack/react-query';
import { mayPass, problemOf } from './api/problem.js';
import { askSignIn } from './api/sign-in-gate.js';

/** Reads are asked again only where that may help; a session that ended opens the sign-in layer over what is shown. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (problemOf(error).status === 401 && query.queryKey[0] !== 'session') void askSignIn('gone');
    },
  }),
  defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 2 && mayPass(problemOf(error)) } },
});
