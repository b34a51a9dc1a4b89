package org.linli.channels.wecom.contact;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Require;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomSettings;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// The customer contacts of our corporations, ready to hear and to speak.
@Component
class Contacts {

    static final ChannelId ID = new ChannelId("wecom-contact");
    static final ChannelId GROUPS = new ChannelId("wecom-group");

    record Contact(String id, Corp corp, Gate gate, Caller caller) {

        /// A customer group, as letters to it are addressed.
        Address group(String chat) {
            return Address.group(GROUPS, id, chat);
        }

        Address person(String member) {
            return Address.person(ID, id, member);
        }
    }

    private final Map<String, Contact> contacts;

    Contacts(ContactSettings settings, WecomSettings wecom, Clock clock) {
        var corps = wecom.corps().stream().collect(Collectors.toMap(Corp::id, Function.identity()));
        this.contacts = settings.accounts().stream()
                .map(it -> contact(it, corps, wecom.ofNow(clock)))
                .collect(Collectors.toUnmodifiableMap(Contact::id, Function.identity()));
    }

    Collection<Contact> all() {
        return contacts.values();
    }

    Stream<Contact> of(CommunityId community) {
        return contacts.values().stream().filter(it -> it.corp().communityId().equals(community));
    }

    Optional<Contact> named(String id) {
        return Optional.ofNullable(contacts.get(id));
    }

    private static Contact contact(ContactSettings.Account settings, Map<String, Corp> corps, OfNow ofNow) {
        var corp = corps.get(settings.corp());
        if (corp == null) {
            throw new IllegalArgumentException(
                    "linli.channels.wecom-contact.accounts: '%s' is of corporation '%s' (expected: one of %s)"
                            .formatted(settings.id(), settings.corp(), corps.keySet()));
        }
        var keys = Require.aesKeys(settings.encodingAesKey(), settings.previousEncodingAesKey());
        var gate = new Gate(new Seal(settings.token(), keys, corp.corpId()), ofNow);
        return new Contact(settings.id(), corp, gate, new Caller(corp, "contact", settings.id(), settings.secret()));
    }
}
