package org.linli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.hotline.OrderPlace;
import org.linli.hotline.Orders;

/// Where a page of the hotline's orders ends, as programs send it back.
final class OrderCursor {

    private OrderCursor() {}

    /// `null` where the cursor is empty. Signals [Refusal] for what never was one of ours.
    static @Nullable OrderPlace of(String cursor) {
        return cursor.isEmpty()
                ? null
                : OrderPlace.parse(PageCursor.read(cursor)).orElseThrow(() -> Refusal.of(Type.CURSOR));
    }

    /// `null` where nothing follows.
    ///
    /// @param found one more than a page holds, where there is one
    static @Nullable String after(List<Orders.Known> found) {
        var place = OrderPlace.after(found);
        return place == null ? null : PageCursor.opaque(place.text());
    }
}
