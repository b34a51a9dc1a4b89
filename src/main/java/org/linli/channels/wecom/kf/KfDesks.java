package org.linli.channels.wecom.kf;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Require;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.KeptCorp;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Our service desks, of the settings and of pages, ready to hear and to speak.
///
/// How far a desk was read belongs to its id: which desk of the platform's it is never changes.
@Component
class KfDesks implements AccountKind {

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

    private final AccountsById<KfDesk> desks;
    private final PlatformBases bases;
    private final OfNow ofNow;

    @Autowired
    KfDesks(KfSettings settings, WecomSettings wecom, KeptAccounts kept, PlatformBases bases, Clock clock) {
        this.bases = bases;
        this.ofNow = wecom.ofNow(clock);
        this.desks = new AccountsById<>(configured(settings, wecom, clock), () -> kept.of(KfChannel.ID), this::desk);
    }

    /// Those of the settings alone.
    KfDesks(KfSettings settings, WecomSettings wecom, Clock clock) {
        this.bases = PlatformBases.usual();
        this.ofNow = wecom.ofNow(clock);
        this.desks = AccountsById.of(configured(settings, wecom, clock));
    }

    Collection<KfDesk> all() {
        return desks.all().values();
    }

    Optional<KfDesk> named(String id) {
        return desks.named(id);
    }

    @Override
    public ChannelId channel() {
        return KfChannel.ID;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.fixed("corp-id"),
                Field.fixed("open-kf-id"),
                Field.secret("secret"),
                Field.secret("token"),
                Field.secret("encoding-aes-key"),
                Field.tick("hand-over"));
    }

    @Override
    public void read(KeptAccount account) {
        desk(account);
    }

    private KfDesk desk(KeptAccount it) {
        var corp = KeptCorp.of(it, bases.wecom(), List.of(), List.of(), List.of());
        var settings = new KfSettings.Desk(
                it.id(),
                corp.id(),
                it.field("open-kf-id"),
                it.field("secret"),
                it.field("token"),
                it.field("encoding-aes-key"),
                null,
                it.field("hand-over").equals("yes"));
        return desk(settings, Map.of(corp.id(), corp), ofNow);
    }

    private static Map<String, KfDesk> configured(KfSettings settings, WecomSettings wecom, Clock clock) {
        var corps = wecom.corps().stream().collect(Collectors.toMap(Corp::id, Function.identity()));
        return settings.accounts().stream()
                .map(it -> desk(it, corps, wecom.ofNow(clock)))
                .collect(Collectors.toUnmodifiableMap(KfDesk::id, Function.identity()));
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
