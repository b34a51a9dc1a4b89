package org.linli.polls.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.community.StaffMember;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.consent.FindConsents.Known;
import org.linli.polls.consent.Rearrangement.State;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Asks everybody who proposed something whether it may be merged or split. Nothing happens before all have agreed.
@Service
public class AskToRearrange {

    private static final int MOST = 10;
    private static final int LONGEST_TITLE = 60;
    private static final Retry AGAIN =
            Retry.max(5).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    /// What is wrong with the question. Its name is a key of what people are told.
    public enum Fault {
        /// Proposals are neither collected nor reviewed now.
        PHASE,
        /// To merge, two of them at least; to split, one.
        SOURCES,
        /// One of them is not there, or is decided.
        NOT_THERE,
        /// One of them is asked about already.
        ASKED_BEFORE,
        /// To merge, one; to split, two that differ at least; sixty characters each.
        TITLES,
        REASON
    }

    private final Rearrangements rearrangements;
    private final FindConsents consents;
    private final ConsentLetters letters;
    private final Effects effects;
    private final Clock clock;

    AskToRearrange(
            Rearrangements rearrangements,
            FindConsents consents,
            ConsentLetters letters,
            Effects effects,
            Clock clock) {
        this.rearrangements = rearrangements;
        this.consents = consents;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty where they are asked; otherwise what is wrong.
    public Mono<Fault> ask(StaffMember by, Round round, List<Integer> sources, List<String> titles, String reason) {
        var wrong = fault(round, sources, titles, reason);
        return wrong.isPresent()
                ? Mono.just(wrong.get())
                : Mono.defer(() -> known(round, sources, by, titles, reason)).retryWhen(AGAIN);
    }

    private static Optional<Fault> fault(Round round, List<Integer> sources, List<String> titles, String reason) {
        if (round.phase() != Phase.COLLECTING && round.phase() != Phase.REVIEW) {
            return Optional.of(Fault.PHASE);
        }
        boolean merge = titles.size() == 1;
        boolean several = sources.size() > 1 && new HashSet<>(sources).size() == sources.size();
        if (sources.size() > MOST || (merge ? !several : sources.size() != 1)) {
            return Optional.of(Fault.SOURCES);
        }
        boolean titled = !titles.isEmpty()
                && titles.size() <= MOST
                && new HashSet<>(titles).size() == titles.size()
                && titles.stream().allMatch(it -> !it.isBlank() && it.length() <= LONGEST_TITLE);
        if (!titled) {
            return Optional.of(Fault.TITLES);
        }
        return reason.isBlank() ? Optional.of(Fault.REASON) : Optional.empty();
    }

    private Mono<Fault> known(Round round, List<Integer> sources, StaffMember by, List<String> titles, String reason) {
        return Mono.zip(
                        Flux.fromIterable(sources)
                                .concatMap(it -> consents.of(round, it))
                                .collectList(),
                        rearrangements.of(round.community(), round.id()).collectList())
                .flatMap(found -> {
                    if (found.getT1().size() < sources.size()) {
                        return Mono.just(Fault.NOT_THERE);
                    }
                    boolean open = found.getT2().stream()
                            .anyMatch(it -> it.state() == State.ASKED
                                    && it.sources().stream().anyMatch(sources::contains));
                    return open
                            ? Mono.just(Fault.ASKED_BEFORE)
                            : asked(round, found.getT1(), found.getT2().size() + 1, by, titles, reason);
                });
    }

    private Mono<Fault> asked(
            Round round, List<Known> all, int number, StaffMember by, List<String> titles, String reason) {
        var it = new Rearrangement(
                round.community(),
                round.id(),
                number,
                all.stream().map(known -> known.it().number()).toList(),
                List.of(),
                titles,
                List.of(),
                reason,
                State.ASKED,
                by.id(),
                clock.instant(),
                FindConsents.together(all),
                1);
        List<Effect> changes = new ArrayList<>();
        changes.add(new Rearranged(new Rearranged.Change.Asked(it)));
        changes.add(round.noted(by, "rearrangement %d, proposers asked".formatted(number), clock.instant()));
        var sources = all.stream().map(Known::it).toList();
        it.consents().stream()
                .filter(who -> !who.toldAt().isEmpty())
                .map(who -> letters.asked(round, it, sources, Address.parse(who.toldAt())))
                .forEach(changes::add);
        return effects.commit(changes).then(Mono.empty());
    }
}
