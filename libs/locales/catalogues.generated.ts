// Made by generate-index.mjs from the folder `catalogues`: change that, not this.
import enLanguage from './catalogues/en/language.json' with { type: 'json' };
import enInAdmin from './catalogues/en/admin.json' with { type: 'json' };
import enInAudit from './catalogues/en/audit.json' with { type: 'json' };
import enInCases from './catalogues/en/cases.json' with { type: 'json' };
import enInCommon from './catalogues/en/common.json' with { type: 'json' };
import enInFollowup from './catalogues/en/followup.json' with { type: 'json' };
import enInForms from './catalogues/en/forms.json' with { type: 'json' };
import enInFrame from './catalogues/en/frame.json' with { type: 'json' };
import enInInbox from './catalogues/en/inbox.json' with { type: 'json' };
import enInIntake from './catalogues/en/intake.json' with { type: 'json' };
import enInLists from './catalogues/en/lists.json' with { type: 'json' };
import enInMeetings from './catalogues/en/meetings.json' with { type: 'json' };
import enInNotifications from './catalogues/en/notifications.json' with { type: 'json' };
import enInNumbers from './catalogues/en/numbers.json' with { type: 'json' };
import enInPeople from './catalogues/en/people.json' with { type: 'json' };
import enInProblems from './catalogues/en/problems.json' with { type: 'json' };
import enInRecommendations from './catalogues/en/recommendations.json' with { type: 'json' };
import enInReviews from './catalogues/en/reviews.json' with { type: 'json' };
import enInScores from './catalogues/en/scores.json' with { type: 'json' };
import enInTasks from './catalogues/en/tasks.json' with { type: 'json' };
import enInTime from './catalogues/en/time.json' with { type: 'json' };
import enInTransfers from './catalogues/en/transfers.json' with { type: 'json' };
import enInWaiting from './catalogues/en/waiting.json' with { type: 'json' };
import heLanguage from './catalogues/he/language.json' with { type: 'json' };
import heInAdmin from './catalogues/he/admin.json' with { type: 'json' };
import heInAudit from './catalogues/he/audit.json' with { type: 'json' };
import heInCases from './catalogues/he/cases.json' with { type: 'json' };
import heInCommon from './catalogues/he/common.json' with { type: 'json' };
import heInFollowup from './catalogues/he/followup.json' with { type: 'json' };
import heInForms from './catalogues/he/forms.json' with { type: 'json' };
import heInFrame from './catalogues/he/frame.json' with { type: 'json' };
import heInInbox from './catalogues/he/inbox.json' with { type: 'json' };
import heInIntake from './catalogues/he/intake.json' with { type: 'json' };
import heInLists from './catalogues/he/lists.json' with { type: 'json' };
import heInMeetings from './catalogues/he/meetings.json' with { type: 'json' };
import heInNotifications from './catalogues/he/notifications.json' with { type: 'json' };
import heInNumbers from './catalogues/he/numbers.json' with { type: 'json' };
import heInPeople from './catalogues/he/people.json' with { type: 'json' };
import heInProblems from './catalogues/he/problems.json' with { type: 'json' };
import heInRecommendations from './catalogues/he/recommendations.json' with { type: 'json' };
import heInReviews from './catalogues/he/reviews.json' with { type: 'json' };
import heInScores from './catalogues/he/scores.json' with { type: 'json' };
import heInTasks from './catalogues/he/tasks.json' with { type: 'json' };
import heInTime from './catalogues/he/time.json' with { type: 'json' };
import heInTransfers from './catalogues/he/transfers.json' with { type: 'json' };
import heInWaiting from './catalogues/he/waiting.json' with { type: 'json' };
import kkLanguage from './catalogues/kk/language.json' with { type: 'json' };
import kkInAdmin from './catalogues/kk/admin.json' with { type: 'json' };
import kkInAudit from './catalogues/kk/audit.json' with { type: 'json' };
import kkInCases from './catalogues/kk/cases.json' with { type: 'json' };
import kkInCommon from './catalogues/kk/common.json' with { type: 'json' };
import kkInFollowup from './catalogues/kk/followup.json' with { type: 'json' };
import kkInForms from './catalogues/kk/forms.json' with { type: 'json' };
import kkInFrame from './catalogues/kk/frame.json' with { type: 'json' };
import kkInInbox from './catalogues/kk/inbox.json' with { type: 'json' };
import kkInIntake from './catalogues/kk/intake.json' with { type: 'json' };
import kkInLists from './catalogues/kk/lists.json' with { type: 'json' };
import kkInMeetings from './catalogues/kk/meetings.json' with { type: 'json' };
import kkInNotifications from './catalogues/kk/notifications.json' with { type: 'json' };
import kkInNumbers from './catalogues/kk/numbers.json' with { type: 'json' };
import kkInPeople from './catalogues/kk/people.json' with { type: 'json' };
import kkInProblems from './catalogues/kk/problems.json' with { type: 'json' };
import kkInRecommendations from './catalogues/kk/recommendations.json' with { type: 'json' };
import kkInReviews from './catalogues/kk/reviews.json' with { type: 'json' };
import kkInScores from './catalogues/kk/scores.json' with { type: 'json' };
import kkInTasks from './catalogues/kk/tasks.json' with { type: 'json' };
import kkInTime from './catalogues/kk/time.json' with { type: 'json' };
import kkInTransfers from './catalogues/kk/transfers.json' with { type: 'json' };
import kkInWaiting from './catalogues/kk/waiting.json' with { type: 'json' };
import ruLanguage from './catalogues/ru/language.json' with { type: 'json' };
import ruInAdmin from './catalogues/ru/admin.json' with { type: 'json' };
import ruInAudit from './catalogues/ru/audit.json' with { type: 'json' };
import ruInCases from './catalogues/ru/cases.json' with { type: 'json' };
import ruInCommon from './catalogues/ru/common.json' with { type: 'json' };
import ruInFollowup from './catalogues/ru/followup.json' with { type: 'json' };
import ruInForms from './catalogues/ru/forms.json' with { type: 'json' };
import ruInFrame from './catalogues/ru/frame.json' with { type: 'json' };
import ruInInbox from './catalogues/ru/inbox.json' with { type: 'json' };
import ruInIntake from './catalogues/ru/intake.json' with { type: 'json' };
import ruInLists from './catalogues/ru/lists.json' with { type: 'json' };
import ruInMeetings from './catalogues/ru/meetings.json' with { type: 'json' };
import ruInNotifications from './catalogues/ru/notifications.json' with { type: 'json' };
import ruInNumbers from './catalogues/ru/numbers.json' with { type: 'json' };
import ruInPeople from './catalogues/ru/people.json' with { type: 'json' };
import ruInProblems from './catalogues/ru/problems.json' with { type: 'json' };
import ruInRecommendations from './catalogues/ru/recommendations.json' with { type: 'json' };
import ruInReviews from './catalogues/ru/reviews.json' with { type: 'json' };
import ruInScores from './catalogues/ru/scores.json' with { type: 'json' };
import ruInTasks from './catalogues/ru/tasks.json' with { type: 'json' };
import ruInTime from './catalogues/ru/time.json' with { type: 'json' };
import ruInTransfers from './catalogues/ru/transfers.json' with { type: 'json' };
import ruInWaiting from './catalogues/ru/waiting.json' with { type: 'json' };
import zhLanguage from './catalogues/zh/language.json' with { type: 'json' };
import zhInAdmin from './catalogues/zh/admin.json' with { type: 'json' };
import zhInAudit from './catalogues/zh/audit.json' with { type: 'json' };
import zhInCases from './catalogues/zh/cases.json' with { type: 'json' };
import zhInCommon from './catalogues/zh/common.json' with { type: 'json' };
import zhInFollowup from './catalogues/zh/followup.json' with { type: 'json' };
import zhInForms from './catalogues/zh/forms.json' with { type: 'json' };
import zhInFrame from './catalogues/zh/frame.json' with { type: 'json' };
import zhInInbox from './catalogues/zh/inbox.json' with { type: 'json' };
import zhInIntake from './catalogues/zh/intake.json' with { type: 'json' };
import zhInLists from './catalogues/zh/lists.json' with { type: 'json' };
import zhInMeetings from './catalogues/zh/meetings.json' with { type: 'json' };
import zhInNotifications from './catalogues/zh/notifications.json' with { type: 'json' };
import zhInNumbers from './catalogues/zh/numbers.json' with { type: 'json' };
import zhInPeople from './catalogues/zh/people.json' with { type: 'json' };
import zhInProblems from './catalogues/zh/problems.json' with { type: 'json' };
import zhInRecommendations from './catalogues/zh/recommendations.json' with { type: 'json' };
import zhInReviews from './catalogues/zh/reviews.json' with { type: 'json' };
import zhInScores from './catalogues/zh/scores.json' with { type: 'json' };
import zhInTasks from './catalogues/zh/tasks.json' with { type: 'json' };
import zhInTime from './catalogues/zh/time.json' with { type: 'json' };
import zhInTransfers from './catalogues/zh/transfers.json' with { type: 'json' };
import zhInWaiting from './catalogues/zh/waiting.json' with { type: 'json' };

export const catalogues = {
  'en': { language: enLanguage, areas: {
    'admin': enInAdmin,
    'audit': enInAudit,
    'cases': enInCases,
    'common': enInCommon,
    'followup': enInFollowup,
    'forms': enInForms,
    'frame': enInFrame,
    'inbox': enInInbox,
    'intake': enInIntake,
    'lists': enInLists,
    'meetings': enInMeetings,
    'notifications': enInNotifications,
    'numbers': enInNumbers,
    'people': enInPeople,
    'problems': enInProblems,
    'recommendations': enInRecommendations,
    'reviews': enInReviews,
    'scores': enInScores,
    'tasks': enInTasks,
    'time': enInTime,
    'transfers': enInTransfers,
    'waiting': enInWaiting,
  } },
  'he': { language: heLanguage, areas: {
    'admin': heInAdmin,
    'audit': heInAudit,
    'cases': heInCases,
    'common': heInCommon,
    'followup': heInFollowup,
    'forms': heInForms,
    'frame': heInFrame,
    'inbox': heInInbox,
    'intake': heInIntake,
    'lists': heInLists,
    'meetings': heInMeetings,
    'notifications': heInNotifications,
    'numbers': heInNumbers,
    'people': heInPeople,
    'problems': heInProblems,
    'recommendations': heInRecommendations,
    'reviews': heInReviews,
    'scores': heInScores,
    'tasks': heInTasks,
    'time': heInTime,
    'transfers': heInTransfers,
    'waiting': heInWaiting,
  } },
  'kk': { language: kkLanguage, areas: {
    'admin': kkInAdmin,
    'audit': kkInAudit,
    'cases': kkInCases,
    'common': kkInCommon,
    'followup': kkInFollowup,
    'forms': kkInForms,
    'frame': kkInFrame,
    'inbox': kkInInbox,
    'intake': kkInIntake,
    'lists': kkInLists,
    'meetings': kkInMeetings,
    'notifications': kkInNotifications,
    'numbers': kkInNumbers,
    'people': kkInPeople,
    'problems': kkInProblems,
    'recommendations': kkInRecommendations,
    'reviews': kkInReviews,
    'scores': kkInScores,
    'tasks': kkInTasks,
    'time': kkInTime,
    'transfers': kkInTransfers,
    'waiting': kkInWaiting,
  } },
  'ru': { language: ruLanguage, areas: {
    'admin': ruInAdmin,
    'audit': ruInAudit,
    'cases': ruInCases,
    'common': ruInCommon,
    'followup': ruInFollowup,
    'forms': ruInForms,
    'frame': ruInFrame,
    'inbox': ruInInbox,
    'intake': ruInIntake,
    'lists': ruInLists,
    'meetings': ruInMeetings,
    'notifications': ruInNotifications,
    'numbers': ruInNumbers,
    'people': ruInPeople,
    'problems': ruInProblems,
    'recommendations': ruInRecommendations,
    'reviews': ruInReviews,
    'scores': ruInScores,
    'tasks': ruInTasks,
    'time': ruInTime,
    'transfers': ruInTransfers,
    'waiting': ruInWaiting,
  } },
  'zh': { language: zhLanguage, areas: {
    'admin': zhInAdmin,
    'audit': zhInAudit,
    'cases': zhInCases,
    'common': zhInCommon,
    'followup': zhInFollowup,
    'forms': zhInForms,
    'frame': zhInFrame,
    'inbox': zhInInbox,
    'intake': zhInIntake,
    'lists': zhInLists,
    'meetings': zhInMeetings,
    'notifications': zhInNotifications,
    'numbers': zhInNumbers,
    'people': zhInPeople,
    'problems': zhInProblems,
    'recommendations': zhInRecommendations,
    'reviews': zhInReviews,
    'scores': zhInScores,
    'tasks': zhInTasks,
    'time': zhInTime,
    'transfers': zhInTransfers,
    'waiting': zhInWaiting,
  } },
};
