import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Task } from '../../../contract/tasks.ts';
import { rolesOf } from '../app/nav.ts';
import { useMe } from '../lib/session.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { More } from '../ui/More.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TaskSheet } from './sheets/TaskSheet.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useOpened } from './useOpened.ts';
import { type Box, boxes, useTaskPages } from './useTasks.ts';

const useBox = () => {
  const [search, setSearch] = useSearchParams();
  const desk = rolesOf(useMe()).has('coordinator');
  const offered = boxes.filter((one) => one !== 'desk' || desk);
  const box = offered.find((one) => one === search.get('box')) ?? 'mine';
  return { offered, box, choose: (next: Box) => setSearch({ box: next }, { replace: true }) };
};

const Rows = ({ rows, box, linkTo }: { rows: readonly Task[]; box: Box; linkTo: (id: string) => string }) => {
  const { t } = useTranslation('tasks');
  if (rows.length === 0) return <Empty title={t(`empty.${box}`)}>{t('empty.text')}</Empty>;
  return (
    <ol className="rows">
      {rows.map((task) => (
        <TaskLine key={task.id} task={task} to={linkTo(task.id)} />
      ))}
    </ol>
  );
};

/** What the reader owes, what their desk owes, what they wait for, and what is over. */
export const Page = () => {
  const { t } = useTranslation('tasks');
  const { offered, box, choose } = useBox();
  const { opened, linkTo, close } = useOpened();
  const query = useTaskPages(box);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <div className="tasks-filter">
          <Tabs label={t('boxes')} tabs={offered.map((one) => [one, t(`box.${one}`)] as const)} chosen={box} onChoose={choose} />
        </div>
        {query.isPending && <Loading rows={6} />}
        {query.isError && rows.length === 0 && (
          <Failed error={query.error} title={t('failed.list')} retry={() => void query.refetch()} />
        )}
        {query.data && <Rows rows={rows} box={box} linkTo={linkTo} />}
        <More query={query} />
      </Card>
      {opened && <TaskSheet key={opened} id={opened} onClose={close} />}
    </>
  );
};
