import { ConsentPick, DeferredFields, SignedTick, SignerFields } from '../../consults/new/ConsentFields.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { type FormBind, MomentText } from './controls.tsx';

/** Signed by whom and when; only the green lane may go first and be signed for within the day. */
export const ConsentPart = ({ bind }: { bind: FormBind }) => {
  const { form, error } = bind;
  const green = form.lane === 'green';
  return (
    <fieldset className="stack" disabled={bind.locked?.('consent')}>
      {green ? <ConsentPick bind={bind} /> : <SignedTick bind={bind} />}
      {error('consent') && <FieldError>{error('consent')}</FieldError>}
      {form.consent === 'signed' && (
        <div className="grid">
          <SignerFields bind={bind} />
          <MomentText bind={bind} name="signedAt" />
        </div>
      )}
      {green && form.consent === 'deferred' && <DeferredFields bind={bind} />}
    </fieldset>
  );
};
