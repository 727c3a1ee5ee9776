import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLayoutEffect, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { directionOf } from '#locales';
import { i18n } from './i18n/i18n.js';
import { useLanguage } from './i18n/useT.js';
import { queries } from './queries.js';
import { router } from './router.js';
import { cssVariables, theme } from './theme/theme.js';

// What the server words (names of hospitals, why something may not be done) is asked again in the language that was changed to.
let asked = i18n.language;
i18n.on('languageChanged', (language) => {
  if (language !== asked) void queries.invalidateQueries();
  asked = language;
});

/** The whole page. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <I18nextProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(i18n.language)} detectDirection={false}>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <Direction>
              <Notifications position="bottom-center" withinPortal={false} />
              <RouterProvider router={router} />
            </Direction>
          </MantineProvider>
        </DirectionProvider>
      </I18nextProvider>
    </QueryClientProvider>
  );
}

/** Turns the page with the language. */
function Direction({ children }: { children: ReactNode }) {
  const lang = useLanguage();
  const { setDirection } = useDirection();
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
    setDirection(directionOf(lang));
  }, [lang]);
  return children;
}
