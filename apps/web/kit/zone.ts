import { createContext, useContext } from 'react';

/** The zone on whose clock times are shown; the frame sets it to the signed-in person's. */
export const ZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

export const useZone = (): string => useContext(ZoneContext);
