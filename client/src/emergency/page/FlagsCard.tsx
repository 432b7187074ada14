import { ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../../contract/emergencyNodes.ts';
import { useLink } from '../../lib/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Toggle } from '../../ui/form/Toggle.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { emergency } from '../api.ts';
import { type CaseProps, checkOf } from './caseProps.ts';
import { toggled } from './flags.ts';
import { useVerb } from './useVerb.ts';

/** Lysis is cleared or deferred by its checklist and in no other way. */
const Lysis = ({ rescue, open }: Pick<CaseProps, 'rescue' | 'open'>) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const [list] = rescue.rules.checklists;
  const onCheck = checkOf({ rescue, open });
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
      {onCheck && (
        <Button size="small" icon={ClipboardCheck} onClick={onCheck}>
          {t(rescue.checked ? 'check.again' : 'check.open')}
        </Button>
      )}
    </div>
  );
};

/** 判断病情: what is known decides which targets run; of a pair that excludes one another the later replaces the earlier. */
export const FlagsCard = ({ rescue, open }: Pick<CaseProps, 'rescue' | 'open'>) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const { online } = useLink();
  const verb = useVerb(rescue.id);
  const { id, rules, status } = rescue;
  const [wanted, setWanted] = useState<readonly Flag[]>([]);
  // On a slow line the press is seen at once, and the server's word comes after it.
  const flags = verb.busy ? wanted : rescue.flags;
  const ofLists = new Set<Flag>(rules.checklists.flatMap(({ clears, defers }) => [clears, defers]));
  const locked = !rescue.emergency || !online || verb.busy || status === 'stoodDown';
  const press = (flag: Flag) => {
    const next = toggled(rescue.flags, flag);
    setWanted(next);
    verb.run({ work: () => emergency.classify({ id, flags: next }) });
  };
  return (
    <Card title={t('flags.title')} note={t('flags.note')}>
      <div className="stack">
        <fieldset className="toggles" disabled={locked} aria-label={t('flags.title')}>
          {rules.flags
            .filter((flag) => !ofLists.has(flag))
            .map((flag) => (
              <Toggle key={flag} type="checkbox" checked={flags.includes(flag)} onChange={() => press(flag)}>
                {t(`emergency:flag.${flag}`)}
              </Toggle>
            ))}
        </fieldset>
        <Lysis rescue={rescue} open={open} />
        {!rescue.emergency && <p className="mute">{t('flags.later')}</p>}
        <Problem>{verb.problem}</Problem>
      </div>
    </Card>
  );
};
