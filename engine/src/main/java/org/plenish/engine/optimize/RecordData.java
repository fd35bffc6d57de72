package org.plenish.engine.optimize;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;

/**
 * Whether two records hold the same data, arrays and lists of records included; a record's own {@code equals} compares
 * arrays by identity. Asks the record for its components, so that one added later is not forgotten.
 */
final class RecordData {

    private RecordData() {}

    static boolean same(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof List<?> ofA && b instanceof List<?> ofB) {
            return sameElements(ofA, ofB);
        }
        if (a instanceof Record recordA && b instanceof Record recordB && a.getClass() == b.getClass()) {
            return sameComponents(recordA, recordB);
        }
        return Objects.deepEquals(a, b);
    }

    private static boolean sameElements(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameComponents(Record a, Record b) {
        for (RecordComponent component : a.getClass().getRecordComponents()) {
            try {
                if (!same(
                        component.getAccessor().invoke(a),
                        component.getAccessor().invoke(b))) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read.", e);
            }
        }
        return true;
    }
}
