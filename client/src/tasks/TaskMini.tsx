import { Link } from 'react-router';
import type { Task } from '../../../contract/tasks.ts';
import { Owner } from '../ui/Owner.tsx';
import { StatusTag, TaskClock } from './TaskState.tsx';
import { useTaskWords } from './words.ts';
import './tasks.css';

/** One task in a narrow card: what, whose turn, time left. `to` opens it. */
export const TaskMini = ({ task, to }: { task: Task; to: string }) => {
  const words = useTaskWords();
  return (
    <li className="task-mini">
      <Link to={to}>{task.title}</Link>
      <span className="task-mini-who">
        {task.status === 'open' ? <Owner {...words.owner(task)} /> : <StatusTag status={task.status} />}
      </span>
      <TaskClock task={task} />
    </li>
  );
};
