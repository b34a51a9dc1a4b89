package org.linli.channels.wecom.bot;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.tencent.CallId;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomSettings;

/// A bot of ours, ready to hear and to speak.
record WecomBot(Corp corp, Corp.Bot settings, Seal seal) {

    /// By their ids.
    static Map<String, WecomBot> all(WecomSettings settings) {
        return settings.corps().stream()
                .flatMap(corp -> corp.bots().stream().map(bot -> of(corp, bot)))
                .collect(Collectors.toUnmodifiableMap(it -> it.settings().id(), it -> it));
    }

    Address person(String id) {
        return Address.person(BotChannel.ID, settings.id(), id);
    }

    Address group(String id) {
        return Address.group(BotChannel.ID, settings.id(), id);
    }

    Account account() {
        return new Account(BotChannel.ID, settings.id(), corp.communityId());
    }

    /// The stream in which a message is answered.
    ///
    /// @param message the platform's id of it; what follows `#` names a part of it
    String stream(String message) {
        return CallId.fingerprint(settings.id() + "\n" + whole(message));
    }

    static String whole(String message) {
        int part = message.indexOf('#');
        return part < 0 ? message : message.substring(0, part);
    }

    URI apiBase() {
        return corp.apiBase();
    }

    Gate gate(OfNow ofNow) {
        return new Gate(seal, ofNow);
    }

    @Override
    public String toString() {
        return settings.toString();
    }

    static WecomBot of(Corp corp, Corp.Bot bot) {
        Seal seal = bot.seal();
        return new WecomBot(corp, bot, seal);
    }
}
