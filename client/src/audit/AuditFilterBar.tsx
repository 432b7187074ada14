import { useTranslation } from 'react-i18next';
import { Field, Select, TextInput } from '../ui/Field.tsx';
import { isSubject, type useAuditFilter } from './filter.ts';
import './AuditFilterBar.css';

type Names = Record<string, Record<string, string>>;

/** Every action by its feature; a whole feature can be chosen too, since names are matched from their beginning. */
const ActionPick = ({ filter, change }: ReturnType<typeof useAuditFilter>) => {
  const { t, i18n } = useTranslation('audit');
  const names = i18n.getResource(i18n.language, 'audit', 'action') as Names;
  return (
    <Field label={t('filter.action')}>
      {(tied) => (
        <Select {...tied} value={filter.action ?? ''} onChange={(event) => change('action', event.target.value)}>
          <option value="">{t('filter.anyAction')}</option>
          {Object.entries(names).map(([feature, verbs]) => (
            <optgroup key={feature} label={t(`feature.${feature}`)}>
              <option value={`${feature}.`}>{t('filter.allOf', { feature: t(`feature.${feature}`) })}</option>
              {Object.entries(verbs).map(([verb, word]) => (
                <option key={verb} value={`${feature}.${verb}`}>
                  {word}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
};

const OutcomePick = ({ filter, change }: ReturnType<typeof useAuditFilter>) => {
  const { t } = useTranslation('audit');
  return (
    <Field label={t('filter.outcome')}>
      {(tied) => (
        <Select {...tied} value={filter.outcome ?? ''} onChange={(event) => change('outcome', event.target.value)}>
          <option value="">{t('filter.anyOutcome')}</option>
          <option value="done">{t('outcome.done')}</option>
          <option value="refused">{t('outcome.refused')}</option>
        </Select>
      )}
    </Field>
  );
};

/** Action, outcome, days and the record concerned. */
export const AuditFilterBar = (state: ReturnType<typeof useAuditFilter>) => {
  const { filter, change } = state;
  const { t } = useTranslation('audit');
  const wrong = filter.subjectId && !isSubject(filter.subjectId);
  return (
    <search className="audit-filter" aria-label={t('filter.label')}>
      <ActionPick {...state} />
      <OutcomePick {...state} />
      <Field label={t('filter.from')}>
        {(tied) => (
          <TextInput {...tied} type="date" value={filter.from ?? ''} onChange={(event) => change('from', event.target.value)} />
        )}
      </Field>
      <Field label={t('filter.to')}>
        {(tied) => (
          <TextInput {...tied} type="date" value={filter.to ?? ''} onChange={(event) => change('to', event.target.value)} />
        )}
      </Field>
      <Field label={t('filter.subject')} error={wrong ? t('filter.subjectWrong') : undefined}>
        {(tied) => (
          <TextInput
            {...tied}
            value={filter.subjectId ?? ''}
            placeholder="0198c1b2-…"
            onChange={(event) => change('subjectId', event.target.value.trim())}
          />
        )}
      </Field>
    </search>
  );
};
