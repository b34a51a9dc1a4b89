package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;

/// One page of a list, and where the next one begins.
final class Page {

    /// Items of a page of [#part].
    static final int PART = 200;

    private Page() {}

    /// All there is.
    static Map<String, @Nullable Object> whole(List<?> items) {
        return of(items, null);
    }

    /// @param found one more than a page holds, where there is one
    /// @param place of an item, after which the next page begins
    static <T> Map<String, @Nullable Object> of(List<T> found, int size, Function<T, ?> json, Function<T, ?> place) {
        var shown = found.stream().limit(size).toList();
        String next = found.size() > size ? PageCursor.opaque(String.valueOf(place.apply(shown.getLast()))) : null;
        return of(shown.stream().map(json).toList(), next);
    }

    /// A part of what is short enough to be read whole.
    ///
    /// @param cursor empty: from the beginning. Where what it stood at is gone, it is none any more
    /// @param place  of an item, unlike that of any other
    static <T> Map<String, @Nullable Object> part(
            List<T> all, String cursor, Function<T, ?> json, Function<T, String> place) {
        var rest = cursor.isEmpty() ? all : all.subList(begin(all, PageCursor.read(cursor), place), all.size());
        return of(rest, PART, json, place);
    }

    private static <T> int begin(List<T> all, String after, Function<T, String> place) {
        for (int i = 0; i < all.size(); i++) {
            if (place.apply(all.get(i)).equals(after)) {
                return i + 1;
            }
        }
        throw Refusal.of(Type.CURSOR);
    }

    static Map<String, @Nullable Object> of(List<?> items, @Nullable String next) {
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("items", items);
        page.put("next", next);
        return page;
    }

    /// The number that a cursor holds.
    static long after(String cursor, long start) {
        if (cursor.isEmpty()) {
            return start;
        }
        String said = PageCursor.read(cursor);
        if (!said.matches("\\d{1,18}")) {
            throw Refusal.of(Type.CURSOR);
        }
        return Long.parseLong(said);
    }
}
