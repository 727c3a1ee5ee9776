import type { Discipline, Role } from '#domain';
import { ChangeDto } from '../http/change.dto.js';

export class SessionPersonDto {
  id!: string;
  name!: string;
  nameOriginal!: string | null;
  /** Language the person reads (BCP 47). */
  lang!: string;
  /** IANA zone. */
  zone!: string;
}

export class SessionPostDto {
  institutionId!: string;
  institutionName!: string;
  zone!: string;
  role!: Role;
  discipline!: Discipline | null;
}

/** Who is signed in, and which screens the person may see. */
export class SessionDto {
  person!: SessionPersonDto;
  posts!: SessionPostDto[];
  /** Screens: cases, inbox, meetings, transfers, audit, admin, newReferral. */
  may!: string[];
  demo!: boolean;
  /** Send as `X-CSRF-Token` with every change. */
  csrf!: string;
  /** When the identity provider last asked for credentials: signing needs ten minutes or less. */
  authenticatedAt!: string;
  /** When the session ends at the latest. */
  endsAt!: string;
}

export class SignOutDto extends ChangeDto {}

export class SignedOutDto {
  /** Where the browser goes to end the session at the identity provider too. */
  redirectTo!: string;
}

/** Whether the process that moves cases keeps up. */
export class ProcessStatusDto {
  /** True while news of changes wait for more than half a minute: reminders come later, work goes on. */
  behind!: boolean;
  /** Since when the oldest waits. */
  since!: string | null;
  demo!: boolean;
  /** True while nobody has been set up: the first admin is awaited. */
  setupNeeded!: boolean;
}
