import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Task } from '../../../contract/tasks.ts';
import { rolesOf } from '../app/nav.ts';
import { useMe } from '../lib/session.ts';
import { useEvent } from '../lib/socket.ts';
import { tasks } from './api.ts';

/** Events may be lost; what is owed shows within this time. */
const EVERY_MS = 60_000;

export const boxes = ['mine', 'desk', 'opened', 'done'] as const;
export type Box = (typeof boxes)[number];

/** Who may owe and open tasks at all. */
export const useHasTasks = (): boolean => {
  const roles = rolesOf(useMe());
  return roles.has('doctor') || roles.has('specialist') || roles.has('coordinator');
};

/** Everything about tasks follows every change; ids only travel, so it is fetched again. */
const useLive = (): void => {
  const cache = useQueryClient();
  const look = () => void cache.invalidateQueries({ queryKey: ['tasks'] });
  useEvent('task.changed', look);
  useEvent('page.stopped', look);
};

export const useTaskPages = (box: Box) => {
  useLive();
  return useInfiniteQuery({
    queryKey: ['tasks', 'list', 'pages', box],
    queryFn: ({ pageParam }) => tasks.list({ box, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: EVERY_MS,
  });
};

/** What the reader owes, the most pressing first. */
export const useMyTasks = () => {
  useLive();
  return useQuery({ ...tasks.list.query({ box: 'mine' }), refetchInterval: EVERY_MS, enabled: useHasTasks() });
};

/** What rings the reader's desk. */
export const useRungTasks = (): readonly Task[] => {
  useLive();
  const desk = rolesOf(useMe()).has('coordinator');
  const { data } = useQuery({ ...tasks.ringing.query(), refetchInterval: EVERY_MS, enabled: desk });
  return data?.items ?? [];
};

/** All tasks of one case that the reader has to do with, in whatever state; more than a page of them is not a case. */
export const useSubjectTasks = (subjectId: string) => {
  useLive();
  return useQuery(tasks.list.query({ box: 'all', subjectId, limit: 100 }));
};

export const useTask = (id: string) => {
  useLive();
  return useQuery(tasks.read.query({ id }));
};

/** After a write has answered with the task itself. */
export const keepTask = (cache: QueryClient, task: Task): void => {
  cache.setQueryData(tasks.read.query({ id: task.id }).queryKey, task);
  void cache.invalidateQueries({ queryKey: ['tasks', 'list'] });
  void cache.invalidateQueries({ queryKey: ['tasks', 'ringing'] });
};
