package org.linli.channels.wecom.contact;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.wecom.Steps;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our customer contacts are: may we ask for groups, and is there any? By the platform's page "获取客户群列表".
@Component
class CheckContacts implements Checkup {

    private static final String ANY = "{\"limit\":1}";

    private final Contacts contacts;
    private final WecomApi api;

    CheckContacts(Contacts contacts, WecomApi api) {
        this.contacts = contacts;
        this.api = api;
    }

    @Override
    public ChannelId channel() {
        return Contacts.ID;
    }

    @Override
    public ChannelId channelOfGroups() {
        return Contacts.GROUPS;
    }

    @Override
    public List<Account> accounts() {
        return contacts.all().stream().map(it -> it.caller().account()).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.justOrEmpty(contacts.named(account.id())).flatMap(it -> api.tokenUntil(it.caller()));
    }

    @Override
    public Flux<Step> check(Account account) {
        return Mono.justOrEmpty(contacts.named(account.id()))
                .flatMapMany(contact -> Flux.just(Steps.url())
                        .concatWith(Steps.of(
                                api.post(contact.caller(), "/cgi-bin/externalcontact/groupchat/list", ANY),
                                What.GROUP,
                                answer -> List.of(Steps.step(
                                        What.GROUP,
                                        !answer.json().path("group_chat_list").isEmpty())))));
    }
}
