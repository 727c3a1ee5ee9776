import { useParams } from 'react-router';
import { AdminPage } from '../admin/AdminPage.js';
import { useInstitutions } from '../admin/reading.js';
import { problemOf } from '../api/problem.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Boards.module.css';
import { BoardEditor } from './BoardEditor.js';
import { MoveCases } from './MoveCases.js';
import { useBoardDefinition } from './reading.js';
import { Versions } from './Versions.js';

/** A board's definition: what it says, its versions in flight, its next version, and the open cases that may be moved to it. */
export function Component() {
  const t = useT();
  const { boardId = '' } = useParams();
  const board = useBoardDefinition(boardId);
  const institutions = useInstitutions();
  if (board.error && !board.data) return <AdminPage title={t('admin.boards')}><ProblemView problem={problemOf(board.error)} onNext={() => void board.refetch()} /></AdminPage>;
  if (!board.data) return <AdminPage title={t('admin.boards')}><TextSkeleton lines={10} /></AdminPage>;
  const may = (action: string) => board.data.may.some((each) => each.action === action && each.allowed);
  const earlier = board.data.versions.some(({ inForce, openCases }) => !inForce && openCases > 0);
  return (
    <AdminPage title={board.data.name}>
      <div className={styles.stack}>
        <Versions board={board.data} />
        <BoardEditor key={board.data.version} board={board.data} institutions={institutions.data?.items ?? []} mayPublish={may('publishBoard')} />
        {may('moveToBoardVersion') && earlier && <MoveCases board={board.data} />}
      </div>
    </AdminPage>
  );
}
