package org.linli.postroom;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.Outbound;
import org.linli.channels.Way;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.ledger.Uses;
import org.linli.outbox.Letter;
import org.linli.outbox.LettersToMany;
import org.linli.outbox.RenderLetters;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.postroom.ManyPeople.Many;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets somebody look at a message to many before it leaves, and hands it to the outbox.
@Component
public class WriteToMany {

    /// What is wrong with a message.
    public static final class NotSent extends RuntimeException {
        NotSent(String why) {
            super(why, null, false, false);
        }

        /// `words`, `long`, `whom`, `few`, `noway` or `unsure`.
        public String why() {
            return requireNonNull(getMessage());
        }
    }

    private static final int FEWEST = 2;

    private final ManyPeople people;
    private final ObjectProvider<Way> ways;
    private final Uses uses;
    private final RenderLetters render;
    private final LettersToMany letters;
    private final Effects effects;
    private final Clock clock;

    WriteToMany(
            ManyPeople people,
            ObjectProvider<Way> ways,
            Uses uses,
            RenderLetters render,
            LettersToMany letters,
            Effects effects,
            Clock clock) {
        this.people = people;
        this.ways = ways;
        this.uses = uses;
        this.render = render;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Signals [NotSent], or [org.linli.channels.SendFailure] where the platform does not answer. Never empty.
    public Mono<ManyLook> look(Account account, CommunityMap map, MessageToMany said) {
        return checked(account, map, said).flatMap(many -> {
            var message = render.render(letter(account, said, many, many.to()));
            var way = way(message).orElseThrow(() -> new NotSent("noway"));
            if (!RenderLetters.fits(message, way.limits())) {
                throw new NotSent("long");
            }
            return quotas(account, way, message).map(left -> new ManyLook(many, message.text(), said.name(), left));
        });
    }

    /// Once for each [MessageToMany#name], however often; who sent it stands in the trail. Errors as those of [#look].
    ///
    /// @param sure whether somebody says that they have looked
    public Mono<Void> send(StaffMember by, Account account, CommunityMap map, MessageToMany said, boolean sure) {
        return sure
                ? look(account, map, said)
                        .filterWhen(_ -> letters.has(account, said.name()).map(there -> !there))
                        .flatMap(look -> people.settle(account, map, look.many())
                                .map(to -> letter(account, said, look.many(), to))
                                .flatMap(letter -> effects.commit(List.of(letter, sent(by, look.many(), letter)))))
                : Mono.error(() -> new NotSent("unsure"));
    }

    private Noted sent(StaffMember by, Many many, Letter letter) {
        String whom = "%s, %d people".formatted(many.chosen(), many.people());
        return new Noted(by.community(), by.id(), Noted.Kind.PUBLISHED, letter.key(), whom, clock.instant());
    }

    private Mono<Many> checked(Account account, CommunityMap map, MessageToMany said) {
        if (said.words().isEmpty() || said.isTooLong()) {
            return Mono.error(() -> new NotSent(said.isTooLong() ? "long" : "words"));
        }
        return people.find(account, map, said.whom())
                .switchIfEmpty(Mono.error(() -> new NotSent("whom")))
                .filter(many -> many.people() >= FEWEST)
                .switchIfEmpty(Mono.error(() -> new NotSent("few")));
    }

    private Optional<Way> way(Outbound message) {
        return ways.orderedStream()
                .filter(it -> it.channel().equals(message.to().channel()))
                .filter(it -> it.carries(message))
                .findFirst();
    }

    private Mono<List<Uses.Left>> quotas(Account account, Way way, Outbound message) {
        return Flux.fromIterable(way.allowances(message))
                .ofType(Allowance.Quota.class)
                .concatMap(quota -> uses.left(account, quota))
                .collectList();
    }

    private static Letter letter(Account account, MessageToMany said, Many many, Address to) {
        return new Letter(
                account.community(),
                LettersToMany.keys(account) + said.name(),
                to,
                "to-many",
                Map.of("words", said.words(), "name", many.name()));
    }
}
