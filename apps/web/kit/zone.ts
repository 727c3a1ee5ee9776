import { createContext, useContext } from 'react';
import { zonedParts } from './iso-dates.js';

/** The zone on whose clock times are shown; the frame sets it to the signed-in person's. */
export const ZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

export const useZone = (): string => useContext(ZoneContext);

/** Today's date where the reader is: by UTC it is still yesterday on a morning in Shanghai. */
export const useToday = (): string => zonedParts(new Date().toISOString(), useZone(), 'en').date;
