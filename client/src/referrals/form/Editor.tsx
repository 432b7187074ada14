import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VitalRanges } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { usePatientWords } from '../../consults/words.ts';
import { useLink } from '../../lib/link.ts';
import { useWhenBack } from '../../lib/useWhenBack.ts';
import { Button } from '../../ui/Button.tsx';
import { PartList, Section } from '../../ui/form/Section.tsx';
import { focusOn } from '../../ui/form/useBind.ts';
import { useLeaveGuard } from '../../ui/form/useLeaveGuard.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { usePhone } from '../../ui/usePhone.ts';
import { check, heldBack, stops } from './check.ts';
import { Fields } from './Fields.tsx';
import { isMaternal, type Name } from './form.ts';
import { LanePick } from './LanePick.tsx';
import { isSent, modeOf } from './mode.ts';
import { Panel } from './Panel.tsx';
import { firstOf, partOf, partsOf, partsWith, stateOf } from './parts.ts';
import { SendBar } from './SendBar.tsx';
import { type Kept, useDraft } from './useDraft.ts';
import { useFolds } from './useFolds.ts';
import { useSheetBind } from './useSheetBind.ts';
import { useSubmit } from './useSubmit.ts';
import './referralForm.css';

interface Props {
  referral: Referral;
  kept: { savedAt: number; value: Kept } | null;
  ranges: VitalRanges;
}

/** 转诊单: written with others, kept here and on the server, sent once. */
export const Editor = ({ referral, kept, ranges }: Props) => {
  const { t } = useTranslation(['referrals', 'common']);
  const words = usePatientWords();
  const phone = usePhone();
  const { online } = useLink();
  const gaps = modeOf(referral) === 'gaps' ? referral.lacking : null;
  const draft = useDraft({ referral, kept, ranges, byHand: gaps !== null });
  const { form } = draft;
  const checked = check(form, referral, ranges);
  const { bind, ask } = useSheetBind({ direction: referral.direction, draft, checked, ranges, gaps });
  const [asked, setAsked] = useState(false);
  const [listing, setListing] = useState(false);
  const maternal = asked || isMaternal(form);
  const all = partsOf({ direction: referral.direction, maternal });
  const names = gaps ? partsWith(all, gaps) : all;
  const { isOpen, setOpen } = useFolds({ green: form.lane === 'green' && !gaps, first: names[0] });
  const sending = useSubmit(draft);
  const held = heldBack(checked).length;
  const question = useLeaveGuard(draft.saved?.where === 'device' && (!online || held > 0) && !sending.busy);
  const parts = names.map((name) => ({ name, title: t(`new.part.${name}`), state: stateOf(name, { form, checked, t }) }));
  const goTo = (name: Name) => {
    setListing(false);
    setOpen(partOf(name), true);
    focusOn(name);
  };
  const send = () => {
    const stop = firstOf(stops(form, checked));
    if (draft.rival) return;
    if (!stop) return void (gaps ? sending.complete() : sending.submit());
    ask();
    goTo(stop);
  };
  useWhenBack(sending.held && !sending.busy, send);
  const panel = <Panel referral={referral} form={form} checked={checked} onGo={goTo} />;
  return (
    <>
      <PageHeader back={`/referrals/${referral.id}`} title={words.full(referral.patient)}>
        <div className="row">
          <Tag c={form.lane === 'green' ? 'stat' : 'routine'}>
            {t(`direction.${referral.direction}`)} {t(`lane.${form.lane}`)}
          </Tag>
          <span className="mute num">{referral.referralNo}</span>
        </div>
      </PageHeader>
      <div className="form">
        <PartList label={t('new.parts')} parts={parts} onGo={(part) => setOpen(part, true)} />
        <div className="stack">
          {gaps && <Note c="hai">{t('new.gapsOnly')}</Note>}
          {referral.status === 'returned' && referral.note && <Note c="unmet">{t('new.returned', { note: referral.note })}</Note>}
          {referral.direction !== 'down' && !isSent(referral) && (
            <LanePick value={form.lane} onChange={(lane) => draft.set({ lane })} />
          )}
          {parts.map((part) => (
            <Section key={part.name} {...part} open={isOpen(part.name)} onToggle={() => setOpen(part.name, !isOpen(part.name))}>
              <Fields
                part={part.name}
                {...{ bind, draft, referral, checked, ranges, maternal }}
                onMaternal={(on) => setAsked(on)}
              />
            </Section>
          ))}
        </div>
        {!phone && <aside className="stack form-aside">{panel}</aside>}
      </div>
      <SendBar draft={draft} referral={referral} held={held} sending={sending} onSend={send}>
        {phone && (
          <Button icon={ListChecks} onClick={() => setListing(true)}>
            {t('new.gaps.button', { n: stops(form, checked).length })}
          </Button>
        )}
      </SendBar>
      {listing && (
        <Sheet title={t('new.gaps.title')} onClose={() => setListing(false)}>
          <div className="stack">{panel}</div>
        </Sheet>
      )}
      {question}
    </>
  );
};
