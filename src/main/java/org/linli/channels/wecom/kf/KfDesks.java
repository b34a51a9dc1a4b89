package org.linli.channels.wecom.kf;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Require;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;

/// Our service desks, ready to hear and to speak.
@Component
class KfDesks {

    /// @param caller in whose name the platform is called
    record KfDesk(Corp corp, KfSettings.Desk settings, Gate gate, Caller caller) {

        String id() {
            return settings.id();
        }

        @Override
        public String toString() {
            return settings.toString();
        }
    }

    private final Map<String, KfDesk> desks;

    KfDesks(KfSettings settings, WecomSettings wecom, Clock clock) {
        var corps = wecom.corps().stream().collect(Collectors.toMap(Corp::id, Function.identity()));
        this.desks = settings.accounts().stream()
                .map(it -> desk(it, corps, wecom.ofNow(clock)))
                .collect(Collectors.toUnmodifiableMap(KfDesk::id, Function.identity()));
    }

    Collection<KfDesk> all() {
        return desks.values();
    }

    Optional<KfDesk> named(String id) {
        return Optional.ofNullable(desks.get(id));
    }

    private static KfDesk desk(KfSettings.Desk settings, Map<String, Corp> corps, OfNow ofNow) {
        var corp = corps.get(settings.corp());
        if (corp == null) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-kf.accounts: '%s' is of corporation '%s' (expected: one of %s)"
                            .formatted(settings.id(), settings.corp(), corps.keySet()));
        }
        var keys = Require.aesKeys(settings.encodingAesKey(), settings.previousEncodingAesKey());
        var gate = new Gate(new Seal(settings.token(), keys, corp.corpId()), ofNow);
        return new KfDesk(corp, settings, gate, new Caller(corp, "kf", settings.id(), settings.secret()));
    }
}
