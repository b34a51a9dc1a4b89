package org.linli.hotline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.cases.behalf.Telephone;

/// Reads one order from texts, wherever they come from: pure.
final class ReadOrder {

    private static final Pattern PHONE = Pattern.compile("\\d{5,12}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /// One field that cannot be read.
    record Unread(Field field, Fault.Why why) {}

    private final Function<Field, @Nullable String> said;
    private final List<Unread> faults = new ArrayList<>();
    private final @Nullable WorkOrder order;

    /// @param said `null` or blank where nothing was said
    ReadOrder(Function<Field, @Nullable String> said) {
        this.said = said;
        this.order = read();
    }

    /// Empty when there are faults.
    Optional<WorkOrder> order() {
        return faults.isEmpty() ? Optional.ofNullable(order) : Optional.empty();
    }

    List<Unread> faults() {
        return List.copyOf(faults);
    }

    private @Nullable WorkOrder read() {
        String number = text(Field.NUMBER);
        String words = text(Field.WORDS);
        var received = time(Field.RECEIVED);
        var due = time(Field.DUE);
        String phone = phone();
        String place = text(Field.PLACE);
        String caller = text(Field.CALLER);
        String category = text(Field.CATEGORY);
        return received == null ? null : new WorkOrder(number, words, place, caller, phone, category, received, due);
    }

    private String text(Field field) {
        String found = said.apply(field);
        String text =
                found == null ? "" : UNPRINTABLE.matcher(found).replaceAll("").strip();
        if (text.isEmpty() && field.isNeeded()) {
            faults.add(new Unread(field, Fault.Why.MISSING));
        }
        if (text.codePointCount(0, text.length()) > field.longest()) {
            faults.add(new Unread(field, Fault.Why.TOO_LONG));
        }
        return text;
    }

    private @Nullable Instant time(Field field) {
        String text = text(field);
        var time = ReadTime.read(text);
        if (time.isEmpty() && !text.isEmpty()) {
            faults.add(new Unread(field, Fault.Why.NO_TIME));
        }
        return time.orElse(null);
    }

    private String phone() {
        String phone = Telephone.digits(text(Field.PHONE));
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            faults.add(new Unread(Field.PHONE, Fault.Why.NO_PHONE));
        }
        return phone;
    }
}
