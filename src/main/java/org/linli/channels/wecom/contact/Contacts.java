package org.linli.channels.wecom.contact;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.Address;
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
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The customer contacts of our corporations, of the settings and of pages, ready to hear and to speak.
///
/// Groups are remembered under a contact's id: which corporation it is of never changes.
@Component
class Contacts implements AccountKind {

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

    private final AccountsById<Contact> contacts;
    private final PlatformBases bases;
    private final OfNow ofNow;

    @Autowired
    Contacts(ContactSettings settings, WecomSettings wecom, KeptAccounts kept, PlatformBases bases, Clock clock) {
        this.bases = bases;
        this.ofNow = wecom.ofNow(clock);
        this.contacts = new AccountsById<>(configured(settings, wecom, clock), () -> kept.of(ID), this::contact);
    }

    /// Those of the settings alone.
    Contacts(ContactSettings settings, WecomSettings wecom, Clock clock) {
        this.bases = PlatformBases.usual();
        this.ofNow = wecom.ofNow(clock);
        this.contacts = AccountsById.of(configured(settings, wecom, clock));
    }

    Collection<Contact> all() {
        return contacts.all().values();
    }

    Stream<Contact> of(CommunityId community) {
        return all().stream().filter(it -> it.corp().communityId().equals(community));
    }

    Optional<Contact> named(String id) {
        return contacts.named(id);
    }

    @Override
    public ChannelId channel() {
        return ID;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.fixed("corp-id"),
                Field.secret("secret"),
                Field.secret("token"),
                Field.secret("encoding-aes-key"));
    }

    @Override
    public void read(KeptAccount account) {
        contact(account);
    }

    private Contact contact(KeptAccount it) {
        var corp = KeptCorp.of(it, bases.wecom(), List.of(), List.of(), List.of());
        var settings = new ContactSettings.Account(
                it.id(), corp.id(), it.field("secret"), it.field("token"), it.field("encoding-aes-key"), null);
        return contact(settings, Map.of(corp.id(), corp), ofNow);
    }

    private static Map<String, Contact> configured(ContactSettings settings, WecomSettings wecom, Clock clock) {
        var corps = wecom.corps().stream().collect(Collectors.toMap(Corp::id, Function.identity()));
        return settings.accounts().stream()
                .map(it -> contact(it, corps, wecom.ofNow(clock)))
                .collect(Collectors.toUnmodifiableMap(Contact::id, Function.identity()));
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
