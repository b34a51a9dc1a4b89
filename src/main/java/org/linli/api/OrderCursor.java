package org.linli.api;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.hotline.Orders;

/// Where a page of the hotline's orders ends: what the order there is ordered by, so that nothing is missed when
/// orders before it are settled.
final class OrderCursor {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}|-) (\\d{1,18} [^\\p{Cntrl}]+)");

    private OrderCursor() {}

    /// `null` where the cursor is empty. Signals [Refusal] for what never was one of ours.
    static Orders.@Nullable Place of(String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        var said = FORM.matcher(PageCursor.read(cursor));
        if (!said.matches()) {
            throw Refusal.of(Type.CURSOR);
        }
        var received = TimeCursor.of(PageCursor.opaque(said.group(2)));
        return new Orders.Place(due(said.group(1)), received.at(), received.id());
    }

    private static @Nullable Instant due(String said) {
        return said.equals("-")
                ? null
                : TimeCursor.of(PageCursor.opaque(said + " due")).at();
    }

    /// `null` where nothing follows.
    ///
    /// @param found one more than a page holds, where there is one
    static @Nullable String after(List<Orders.Known> found) {
        return found.size() <= Orders.PAGE
                ? null
                : PageCursor.opaque(
                        text(Orders.Place.of(found.get(Orders.PAGE - 1).it())));
    }

    private static String text(Orders.Place it) {
        var due = it.dueAt();
        String dueText = due == null ? "-" : TimeCursor.text(due, "").strip();
        return dueText + " " + TimeCursor.text(it.receivedAt(), it.number());
    }
}
