package org.linli.channels.wecom.bot;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
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

/// Our AI bots by their ids: of the settings, and of pages.
@Component
class Bots implements AccountKind {

    private static final ChannelId ROBOTS = new ChannelId("wecom-group");

    private final AccountsById<WecomBot> bots;
    private final Supplier<List<KeptAccount>> robots;
    private final PlatformBases bases;

    @Autowired
    Bots(WecomSettings settings, KeptAccounts kept, PlatformBases bases) {
        this.bases = bases;
        this.bots = new AccountsById<>(WecomBot.all(settings), () -> kept.of(BotChannel.ID), this::bot);
        this.robots = () -> kept.of(ROBOTS);
    }

    /// Those of the settings alone.
    Bots(WecomSettings settings) {
        this.bases = PlatformBases.usual();
        this.bots = AccountsById.of(WecomBot.all(settings));
        this.robots = List::of;
    }

    Collection<WecomBot> all() {
        return bots.all().values();
    }

    /// `null` where it is not ours (any more).
    @Nullable
    WecomBot get(String id) {
        return bots.all().get(id);
    }

    boolean has(String id) {
        return bots.all().containsKey(id);
    }

    /// Whether a group robot speaks where this bot hears: of its corporation's settings, or one of a page.
    boolean hasRobotBeside(WecomBot bot) {
        return bot.corp().robots().stream().anyMatch(it -> !it.chats().isEmpty())
                || robots.get().stream()
                        .anyMatch(it -> it.community().equals(bot.corp().communityId())
                                && !it.field("chat").isEmpty());
    }

    @Override
    public ChannelId channel() {
        return BotChannel.ID;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("corp-id"), Field.secret("token"), Field.secret("encoding-aes-key"));
    }

    @Override
    public void read(KeptAccount account) {
        bot(account);
    }

    private WecomBot bot(KeptAccount it) {
        var bot = new Corp.Bot(it.id(), it.field("token"), it.field("encoding-aes-key"), null);
        return WecomBot.of(KeptCorp.of(it, bases.wecom(), List.of(), List.of(bot), List.of()), bot);
    }
}
