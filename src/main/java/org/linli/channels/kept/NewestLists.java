package org.linli.channels.kept;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ChannelId;

/// Accounts by channel, as the look that began last has found them: looks go on side by side, and one that was held up
/// brings back nothing that another has already seen changed.
final class NewestLists {

    private record Found(long look, Map<ChannelId, List<KeptAccount>> lists) {}

    private final AtomicLong looks = new AtomicLong();
    private volatile Found now = new Found(0, Map.of());

    /// Begins a look: whoever asks for one before reading sees all that was committed until then.
    long look() {
        return looks.incrementAndGet();
    }

    /// What a look has found; a list that did not change stays the same one.
    ///
    /// @return whether anything is other than before
    synchronized boolean take(long look, Map<ChannelId, List<KeptAccount>> found) {
        if (look < now.look()) {
            return false;
        }
        var before = now.lists();
        now = new Found(
                look,
                found.entrySet().stream()
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey, it -> same(it.getValue(), before.get(it.getKey())))));
        return !found.equals(before);
    }

    private static List<KeptAccount> same(List<KeptAccount> found, @Nullable List<KeptAccount> before) {
        return before != null && found.equals(before) ? before : found;
    }

    List<KeptAccount> of(ChannelId channel) {
        return now.lists().getOrDefault(channel, List.of());
    }

    Stream<KeptAccount> all() {
        return now.lists().values().stream().flatMap(List::stream);
    }
}
