import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoomCase } from './roomCase.ts';
import type { RoomView, Tab } from './view.ts';
import './SidePanel.css';

/** Left and right move between tabs, as in every tab list. */
const useArrows = (tabs: readonly Tab[], { tab, setTab }: RoomView) => {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = (tabs.indexOf(tab) + by + tabs.length) % tabs.length;
    setTab(tabs[at]!);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return { list, onKeyDown };
};

/** The case beside the picture: what the feature shows of it, and the chat. */
export const SidePanel = ({ view }: { view: RoomView }) => {
  const { t } = useTranslation('calls');
  const id = useId();
  const { tabs, body } = useRoomCase();
  const arrows = useArrows(tabs, view);
  const counts: Partial<Record<Tab, number>> = { advice: view.advice, chat: view.unread };
  return (
    <aside className="side" aria-label={t('side.label')}>
      <div ref={arrows.list} className="tabs" role="tablist" onKeyDown={arrows.onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            aria-selected={tab === view.tab}
            aria-controls={`${id}-body`}
            tabIndex={tab === view.tab ? 0 : -1}
            onClick={() => view.setTab(tab)}
          >
            {t(`side.${tab}`)}
            {Boolean(counts[tab]) && <span className="badge">{counts[tab]}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-body`} className="side-body" role="tabpanel" aria-labelledby={`${id}-${view.tab}`}>
        {body(view)}
      </div>
    </aside>
  );
};
