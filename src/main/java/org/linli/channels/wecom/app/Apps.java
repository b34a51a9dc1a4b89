package org.linli.channels.wecom.app;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.ChannelId;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.KeptCorp;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Our apps by their ids: of the settings, and of pages.
@Component
class Apps implements AccountKind {

    private final AccountsById<WecomApp> apps;
    private final PlatformBases bases;

    @Autowired
    Apps(WecomSettings settings, KeptAccounts kept, PlatformBases bases) {
        this.bases = bases;
        this.apps = new AccountsById<>(WecomApp.all(settings), () -> kept.of(WecomChannel.ID), this::app);
    }

    /// Those of the settings alone.
    Apps(WecomSettings settings) {
        this.bases = PlatformBases.usual();
        this.apps = AccountsById.of(WecomApp.all(settings));
    }

    Collection<WecomApp> all() {
        return apps.all().values();
    }

    /// `null` where it is not ours (any more).
    @Nullable
    WecomApp get(String id) {
        return apps.all().get(id);
    }

    boolean has(String id) {
        return apps.all().containsKey(id);
    }

    @Override
    public ChannelId channel() {
        return WecomChannel.ID;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.open("corp-id"),
                Field.open("agent-id"),
                Field.secret("secret"),
                Field.secret("token"),
                Field.secret("encoding-aes-key"));
    }

    @Override
    public void read(KeptAccount account) {
        app(account);
    }

    private WecomApp app(KeptAccount it) {
        String agent = it.field("agent-id");
        var app = new Corp.App(
                it.id(),
                agent.matches("\\d{1,12}") ? Long.parseLong(agent) : 0,
                it.field("secret"),
                it.field("token"),
                it.field("encoding-aes-key"),
                null);
        return WecomApp.of(KeptCorp.of(it, bases.wecom(), List.of(app), List.of(), List.of()), app);
    }
}
