package org.linli.channels.tencent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a call, whether it came as XML or as JSON: a name, its text, and the pieces within.
///
/// Where a name comes twice, the first counts, unless all are asked for. An array of JSON is a name that comes
/// several times, so one entry and many look the same.
public record Field(String name, String text, List<Field> fields) {

    /// Deeper than any call that the platform documents (4).
    static final int DEEPEST = 16;

    public Field {
        fields = List.copyOf(fields);
    }

    /// The first piece of that name; one without text where there is none.
    public Field at(String wanted) {
        for (Field field : fields) {
            if (field.name.equals(wanted)) {
                return field;
            }
        }
        return new Field(wanted, "", List.of());
    }

    public List<Field> all(String wanted) {
        return fields.stream().filter(it -> it.name.equals(wanted)).toList();
    }

    /// Empty where there is none.
    public String textOf(String wanted) {
        return at(wanted).text;
    }

    /// `null` where there is none, or where it is empty.
    public @Nullable String textOrNull(String wanted) {
        String found = textOf(wanted).strip();
        return found.isEmpty() ? null : found;
    }

    /// Zero where there is none, or where it is no number.
    public long numberOf(String wanted) {
        try {
            return Long.parseLong(textOf(wanted).strip());
        } catch (NumberFormatException no) {
            return 0;
        }
    }

    /// Zero where there is none, or where it is no finite number.
    public double decimalOf(String wanted) {
        try {
            double found = Double.parseDouble(textOf(wanted).strip());
            return Double.isFinite(found) ? found : 0;
        } catch (NumberFormatException no) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return "Field[" + name + "]";
    }
}
