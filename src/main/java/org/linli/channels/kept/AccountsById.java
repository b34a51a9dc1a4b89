package org.linli.channels.kept;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    /// @param made of each of them that is in use
    private record Now<T>(List<KeptAccount> from, Map<KeptAccount, T> made, Map<String, T> all) {}

    private final Map<String, T> settings;
    private final Supplier<List<KeptAccount>> kept;
    private final Function<KeptAccount, T> read;
    private final Consumer<T> gone;
    private volatile Now<T> now;

    /// @param kept gives the same list until one of them changes
    /// @param read as [AccountKind#read]
    public AccountsById(Map<String, T> settings, Supplier<List<KeptAccount>> kept, Function<KeptAccount, T> read) {
        this(settings, kept, read, _ -> {});
    }

    /// @param gone gets what was made of an account that was changed or removed, once; has to be quick
    public AccountsById(
            Map<String, T> settings,
            Supplier<List<KeptAccount>> kept,
            Function<KeptAccount, T> read,
            Consumer<T> gone) {
        this.settings = settings;
        this.kept = kept;
        this.read = read;
        this.gone = gone;
        this.now = new Now<>(List.of(), Map.of(), settings);
    }

    /// Those of the settings alone.
    public static <T> AccountsById<T> of(Map<String, T> settings) {
        return new AccountsById<>(settings, List::of, it -> {
            throw new IllegalArgumentException("no account is made on a page: " + it);
        });
    }

    /// What was made of an account stays the same until that one changes.
    public Map<String, T> all() {
        return now.from() == kept.get() ? now.all() : renewed();
    }

    public Optional<T> named(String id) {
        return Optional.ofNullable(all().get(id));
    }

    private synchronized Map<String, T> renewed() {
        var from = kept.get();
        var last = now;
        if (last.from() != from) {
            var made = made(from, last.made());
            now = new Now<>(from, made, merged(made));
            last.made().entrySet().stream()
                    .filter(it -> !made.containsKey(it.getKey()))
                    .map(Map.Entry::getValue)
                    .forEach(gone);
        }
        return now.all();
    }

    private Map<KeptAccount, T> made(List<KeptAccount> from, Map<KeptAccount, T> before) {
        var made = new HashMap<KeptAccount, T>();
        for (KeptAccount it : from) {
            T same = before.get(it);
            try {
                made.put(it, same == null ? read.apply(it) : same);
            } catch (IllegalArgumentException wrong) {
                LOG.warn("account '{}' of channel {} is not in use: {}", it.id(), it.channel(), wrong.getMessage());
            }
        }
        return Map.copyOf(made);
    }

    private Map<String, T> merged(Map<KeptAccount, T> made) {
        var all = new LinkedHashMap<String, T>();
        made.forEach((account, it) -> all.put(account.id(), it));
        all.putAll(settings);
        return Map.copyOf(all);
    }
}
