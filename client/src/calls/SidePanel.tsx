import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { Acknowledge } from '../consults/Acknowledge.tsx';
import { AdvicePanel } from '../consults/AdvicePanel.tsx';
import { CaseSummary } from '../consults/CaseSummary.tsx';
import { OpinionForm } from '../consults/OpinionForm.tsx';
import { Chat } from './Chat.tsx';
import type { RoomView, Tab } from './view.ts';
import './SidePanel.css';

/** The opinion has its place once there is one, and for whoever writes it. */
const hasOpinion = ({ can, opinions }: Consult) => can.includes('sign') || opinions.length > 0;

const tabsOf = (consult: Consult): Tab[] => ['summary', 'advice', 'chat', ...(hasOpinion(consult) ? ['opinion' as const] : [])];

const Opinion = ({ consult }: { consult: Consult }) => (
  <div className="stack">
    <OpinionForm consult={consult} />
    {consult.opinions.length > 0 && <Acknowledge consult={consult} />}
  </div>
);

const Body = ({ consult, view }: { consult: Consult; view: RoomView }) => {
  if (view.tab === 'summary') return <CaseSummary consult={consult} onPhoto={view.setPhoto} />;
  if (view.tab === 'advice') return <AdvicePanel consult={consult} />;
  if (view.tab === 'chat') return <Chat />;
  return <Opinion consult={consult} />;
};

/** Left and right move between tabs, as in every tab list. */
const useArrows = (tabs: Tab[], { tab, setTab }: RoomView) => {
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

/** The case beside the picture: summary, verbal advice, chat, opinion. */
export const SidePanel = ({ consult, view }: { consult: Consult; view: RoomView }) => {
  const { t } = useTranslation('calls');
  const id = useId();
  const tabs = tabsOf(consult);
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
        <Body consult={consult} view={view} />
      </div>
    </aside>
  );
};
