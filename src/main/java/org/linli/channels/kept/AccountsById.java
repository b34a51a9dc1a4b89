package org.linli.channels.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our accounts on one channel by their ids: those of the settings, and those of pages as they are now. Where two have
/// the same id, the one of the settings stands.
///
/// @param <T> what the adapter works with
public final class AccountsById<T> {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsById.class);

    /// @param from the list of which it was made
    private record Now<T>(List<KeptAccount> from, Map<String, T> all) {}

    private final Map<String, T> settings;
    private final Supplier<List<KeptAccount>> kept;
    private final Function<KeptAccount, T> read;
    private volatile Now<T> now;

    /// @param kept gives the same list until one of them changes
    /// @param read as [AccountKind#read]
    public AccountsById(Map<String, T> settings, Supplier<List<KeptAccount>> kept, Function<KeptAccount, T> read) {
        this.settings = settings;
        this.kept = kept;
        this.read = read;
        this.now = new Now<>(List.of(), settings);
    }

    /// Those of the settings alone.
    public static <T> AccountsById<T> of(Map<String, T> settings) {
        return new AccountsById<>(settings, List::of, it -> {
            throw new IllegalArgumentException("no account is made on a page: " + it);
        });
    }

    public Map<String, T> all() {
        var from = kept.get();
        var last = now;
        if (last.from() != from) {
            last = new Now<>(from, merged(from));
            now = last;
        }
        return last.all();
    }

    public Optional<T> named(String id) {
        return Optional.ofNullable(all().get(id));
    }

    private Map<String, T> merged(List<KeptAccount> from) {
        var all = new LinkedHashMap<String, T>();
        for (KeptAccount it : from) {
            try {
                all.put(it.id(), read.apply(it));
            } catch (IllegalArgumentException wrong) {
                LOG.warn("account '{}' of channel {} is not in use: {}", it.id(), it.channel(), wrong.getMessage());
            }
        }
        all.putAll(settings);
        return Map.copyOf(all);
    }
}
