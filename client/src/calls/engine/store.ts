/** A state that is replaced, never changed, and those who watch it. */
export interface Store<S> {
  get(): S;
  set(part: Partial<S>): void;
  watch(changed: () => void): () => void;
}

export const createStore = <S extends object>(first: S): Store<S> => {
  let state = first;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    set(part) {
      state = { ...state, ...part };
      for (const watch of watchers) watch();
    },
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
};
