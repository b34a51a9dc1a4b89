package org.linli.channels.wecom.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.SendFailure;
import org.linli.channels.tencent.CallId;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the groups that changed, and tells the inbox who came and who went. That a group was read is written after the
/// inbox has it: a crash in between tells it twice under the same ids.
@Component
class ReadGroups implements Job {

    static final String NAME = "read-customer-groups";
    private static final Logger LOG = LoggerFactory.getLogger(ReadGroups.class);

    private final Contacts contacts;
    private final CustomerGroups groups;
    private final AskGroups ask;
    private final ObjectProvider<Intake> inbox;
    private final Clock clock;

    ReadGroups(Contacts contacts, CustomerGroups groups, AskGroups ask, ObjectProvider<Intake> inbox, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.ask = ask;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        var accounts = contacts.all().stream().map(Contacts.Contact::id).toList();
        return accounts.isEmpty()
                ? Mono.just(0)
                : groups.claim(accounts).concatMap(this::read).count().map(Long::intValue);
    }

    /// A group that cannot be read now is read again when its lease is over.
    private Mono<String> read(CustomerGroups.Known group) {
        Instant begun = clock.instant();
        return Mono.justOrEmpty(contacts.named(group.account()))
                .flatMap(contact -> ask.about(contact, group.chat())
                        .delayUntil(told -> told(contact, group, told, begun))
                        .flatMap(told -> groups.read(group, told, begun)))
                .onErrorResume(SendFailure.class, failure -> {
                    LOG.warn("a customer group cannot be read ({}), again in a minute", failure.getMessage());
                    return Mono.empty();
                })
                .thenReturn(group.chat());
    }

    private Mono<Void> told(
            Contacts.Contact contact, CustomerGroups.Known group, CustomerGroups.Told told, Instant at) {
        return Flux.fromIterable(moves(group, told.members()))
                .concatMap(move -> inbox.getObject().keep(inbound(contact, group.chat(), move, at)))
                .then();
    }

    /// Who came or went since the group was last read.
    record Move(String member, boolean came) {}

    static List<Move> moves(CustomerGroups.Known before, Set<String> now) {
        var moves = new ArrayList<Move>();
        now.stream()
                .sorted()
                .filter(it -> !before.members().contains(it))
                .map(it -> new Move(it, true))
                .forEach(moves::add);
        before.members().stream()
                .sorted()
                .filter(it -> !now.contains(it))
                .map(it -> new Move(it, false))
                .forEach(moves::add);
        return moves;
    }

    private static Inbound inbound(Contacts.Contact contact, String chat, Move move, Instant at) {
        Content what = move.came() ? new Content.Followed(null) : new Content.Left();
        String id = CallId.fingerprint(
                "%s/%s/%s/%d".formatted(chat, move.member(), move.came() ? "came" : "went", at.getEpochSecond() / 60));
        return new Inbound(
                contact.corp().communityId(), id, contact.person(move.member()), contact.group(chat), false, what, at);
    }
}
