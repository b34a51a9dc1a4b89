package org.linli.channels.wecom.contact;

import java.time.Duration;
import org.linli.channels.SendFailure;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the groups that nobody has called about, like those that were there before us.
@Component
class FindGroups implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(FindGroups.class);

    private final Contacts contacts;
    private final CustomerGroups groups;
    private final AskGroups ask;

    FindGroups(Contacts contacts, CustomerGroups groups, AskGroups ask) {
        this.contacts = contacts;
        this.groups = groups;
        this.ask = ask;
    }

    @Override
    public String name() {
        return "find-customer-groups";
    }

    @Override
    public Duration rest() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(contacts.all()).concatMap(this::find).then(Mono.just(0));
    }

    private Mono<Void> find(Contacts.Contact contact) {
        return ask.all(contact)
                .flatMap(chats -> groups.know(contact.id(), chats))
                .onErrorResume(SendFailure.class, failure -> {
                    LOG.warn(
                            "the customer groups of '{}' cannot be listed ({}), again in an hour",
                            contact.id(),
                            failure.getMessage());
                    return Mono.empty();
                });
    }
}
