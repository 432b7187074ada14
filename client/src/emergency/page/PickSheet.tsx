import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { nodesOf } from './nodes.ts';
import type { Rescue } from './rescue.ts';
import { useNodeWord } from './words.ts';

interface Props {
  rescue: Rescue;
  onPick: (node: NodeCode) => void;
  onClose: () => void;
}

/** 换节点: what the big button is to be for. Nothing is recorded here. */
export const PickSheet = ({ rescue, onPick, onClose }: Props) => {
  const { t } = useTranslation('emergencyCase');
  const word = useNodeWord();
  const { main, rest } = nodesOf(rescue);
  const open = main.filter((node) => !rescue.shown.has(node));
  const group = (title: string, nodes: readonly NodeCode[]) =>
    nodes.length > 0 && (
      <section className="stack ec-picks" aria-label={title}>
        <h3>{title}</h3>
        <div>
          {nodes.map((node) => (
            <Button key={node} onClick={() => onPick(node)}>
              {word(node)}
            </Button>
          ))}
        </div>
      </section>
    );
  return (
    <Sheet title={t('pick.title')} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('pick.note')}</p>
        {group(t('pick.owed'), open)}
        {group(t('pick.rest'), rest)}
      </div>
    </Sheet>
  );
};
