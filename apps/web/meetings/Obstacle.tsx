import type { ObstacleDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';

/** Why somebody cannot come, or comes with difficulty: a holiday with its name and how far that is known. */
export function Obstacle({ obstacle }: { obstacle: ObstacleDto }) {
  const t = useT();
  switch (obstacle.kind) {
    case 'holiday': return <span title={obstacle.source ?? undefined}><bdi>{obstacle.reason}</bdi>{obstacle.status !== null && <span className="quiet"> ({t(`admin.trust.${obstacle.status}`)})</span>}</span>;
    case 'otherMeeting': return <T k="meetings.plan.obstacle.otherMeeting" values={{ number: obstacle.meetingNumber ?? '' }} />;
    case 'outsideHours': return <T k="meetings.plan.obstacle.outsideHours" values={{ count: obstacle.minutes ?? 0 }} />;
    default: return <T k={`meetings.plan.obstacle.${obstacle.kind}`} />;
  }
}
