package org.linli.channels.wecom.contact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.KeptCorp;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The apps of ours that make internal groups and speak in them, of the settings and of pages, as they are now.
@Component
class AppchatApps {

    static final ChannelId APPS = new ChannelId("wecom");

    private final AccountsById<Caller> apps;

    @Autowired
    AppchatApps(WecomSettings settings, KeptAccounts kept, PlatformBases bases) {
        this(settings, () -> kept.of(APPS), bases);
    }

    /// Those of the settings alone.
    AppchatApps(WecomSettings settings) {
        this(settings, List::of, PlatformBases.usual());
    }

    private AppchatApps(WecomSettings settings, Supplier<List<KeptAccount>> kept, PlatformBases bases) {
        this.apps = new AccountsById<>(configured(settings), kept, it -> caller(it, bases));
    }

    private static Map<String, Caller> configured(WecomSettings settings) {
        return settings.corps().stream()
                .flatMap(corp -> corp.apps().stream().map(app -> new Caller(corp, "app", app.id(), app.secret())))
                .collect(Collectors.toUnmodifiableMap(Caller::id, Function.identity()));
    }

    private static Caller caller(KeptAccount it, PlatformBases bases) {
        var corp = KeptCorp.of(it, bases.wecom(), List.of(), List.of(), List.of());
        return new Caller(corp, "app", it.id(), it.field("secret"));
    }

    Collection<Caller> all() {
        return apps.all().values();
    }

    Optional<Caller> named(String id) {
        return apps.named(id);
    }
}
