import { useTranslation } from 'react-i18next';
import { Choice, Field, Select, TextInput } from '../ui/Field.tsx';
import { isOneAction, recordOf, type useAuditFilter } from './filter.ts';
import { PersonPick } from './PersonPick.tsx';
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

const RecordPick = ({ filter: { record = '' }, change }: ReturnType<typeof useAuditFilter>) => {
  const { t } = useTranslation('audit');
  const wrong = record !== '' && !recordOf(record);
  return (
    <Field label={t('filter.record')} error={wrong ? t('filter.recordWrong') : undefined}>
      {(tied) => (
        <TextInput
          {...tied}
          value={record}
          placeholder={t('filter.recordHint')}
          onChange={(event) => change('record', event.target.value.trim())}
        />
      )}
    </Field>
  );
};

/** On unless it is taken off: lists are fetched every few seconds and would bury everything else. */
const WithoutLists = ({ filter: { action, reads }, change }: ReturnType<typeof useAuditFilter>) => {
  const { t } = useTranslation('audit');
  const moot = isOneAction(action);
  return (
    <div className="audit-reads">
      <Choice
        type="checkbox"
        checked={reads !== 'all' && !moot}
        disabled={moot}
        onChange={(event) => change('reads', event.target.checked ? '' : 'all')}
      >
        {t('filter.withoutLists')}
      </Choice>
      <small className="mute">{t(moot ? 'filter.withoutListsMoot' : 'filter.withoutListsHint')}</small>
    </div>
  );
};

/** Action, outcome, person, record and days. */
export const AuditFilterBar = (state: ReturnType<typeof useAuditFilter>) => {
  const { filter, change } = state;
  const { t } = useTranslation('audit');
  return (
    <search className="audit-filter" aria-label={t('filter.label')}>
      <ActionPick {...state} />
      <OutcomePick {...state} />
      <PersonPick {...state} />
      <RecordPick {...state} />
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
      <WithoutLists {...state} />
    </search>
  );
};
