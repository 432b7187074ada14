import type { PatientView } from '../../contract/records.ts';
import { ageOn, fill, fillOne, frame, together } from './text.ts';

/** Name, sex and age, as a paper says them. `at`: when it is printed. */
export const who = (patient: PatientView, at: Date): string =>
  together([
    patient.known ? patient.name : frame.unknown,
    frame.sex[patient.sex],
    patient.birthDate
      ? `${ageOn(patient.birthDate, at)}（${fill(frame.born, { day: patient.birthDate })}）`
      : fillOne(frame.age.about, 'n', patient.approximateAge),
  ]);

export const identity = ({ idNumber, document }: PatientView): string | null =>
  idNumber ??
  (document && fill(frame.document[document.kind], { number: document.number, birthOrder: document.birthOrder ?? frame.none }));
