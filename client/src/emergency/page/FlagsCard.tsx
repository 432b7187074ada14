import { ClipboardCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../../contract/emergencyNodes.ts';
import { useLink } from '../../lib/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { emergency } from '../api.ts';
import { toggled } from './flags.ts';
import type { Rescue } from './rescue.ts';
import { useVerb } from './useVerb.ts';
import '../../ui/form/ChipsField.css';

/** Lysis is cleared or deferred by its checklist and in no other way. */
const Lysis = ({ rescue, onCheck }: { rescue: Rescue; onCheck: () => void }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const [list] = rescue.rules.checklists;
  if (!list) return null;
  const state = rescue.flags.find((flag) => flag === list.clears || flag === list.defers);
  return (
    <div className="row ec-lysis">
      {state ? (
        <Tag c={state === list.clears ? 'shan' : 'routine'} icon={ClipboardCheck}>
          {t(`emergency:flag.${state}`)}
        </Tag>
      ) : (
        <span className="soft">{t('check.undecided')}</span>
      )}
      {rescue.emergency && rescue.status === 'active' && (
        <Button size="small" icon={ClipboardCheck} onClick={onCheck}>
          {t(rescue.checked ? 'check.again' : 'check.open')}
        </Button>
      )}
    </div>
  );
};

/** 判断病情: what is known decides which targets run; of a pair that excludes one another the later replaces the earlier. */
export const FlagsCard = ({ rescue, onCheck }: { rescue: Rescue; onCheck: () => void }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const { online } = useLink();
  const verb = useVerb(rescue.id);
  const { id, flags, rules, status } = rescue;
  const ofLists = new Set<Flag>(rules.checklists.flatMap(({ clears, defers }) => [clears, defers]));
  const locked = !rescue.emergency || !online || verb.busy || status === 'stoodDown';
  const press = (flag: Flag) => verb.run({ work: () => emergency.classify({ id, flags: toggled(flags, flag) }) });
  return (
    <Card title={t('flags.title')} note={t('flags.note')}>
      <div className="stack">
        <fieldset className="toggles" disabled={locked} aria-label={t('flags.title')}>
          {rules.flags
            .filter((flag) => !ofLists.has(flag))
            .map((flag) => (
              <label key={flag} className={flags.includes(flag) ? 'toggle toggle-on' : 'toggle'}>
                <input type="checkbox" checked={flags.includes(flag)} onChange={() => press(flag)} />
                {t(`emergency:flag.${flag}`)}
              </label>
            ))}
        </fieldset>
        <Lysis rescue={rescue} onCheck={onCheck} />
        {!rescue.emergency && <p className="mute">{t('flags.later')}</p>}
        <Problem>{verb.problem}</Problem>
      </div>
    </Card>
  );
};
