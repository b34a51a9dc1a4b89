package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.GivePrizes;
import org.linli.polls.prizes.Prize;
import org.linli.polls.rounds.Round;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives prizes that no rule gives, for programs.
@Component
@NamedInterface("calls")
public class PrizeCalls {

    private final GivePrizes prizes;
    private final Clock clock;

    PrizeCalls(GivePrizes prizes, Clock clock) {
        this.prizes = prizes;
        this.clock = clock;
    }

    /// Empty where the round gives no prizes yet or any more; otherwise the fields that are wrong, and without any it
    /// was given.
    public Mono<List<String>> give(StaffMember member, Round round, UUID id, Map<String, String> said) {
        var form = new PrizeForm(
                id.toString(),
                said.get("prize"),
                RoundCalls.number(said.get("proposal")),
                said.get("winner"),
                said.get("resident"),
                said.get("reason"));
        var wrong = form.wrong();
        return Mono.just(round)
                .filter(it -> it.phase().givesPrizes())
                .flatMap(it -> wrong.isEmpty() ? given(member, it, id, form) : Mono.just(wrong));
    }

    private Mono<List<String>> given(StaffMember member, Round round, UUID id, PrizeForm form) {
        var prize = form.given().orElseThrow();
        return prize.isForProposer()
                ? prizes.toProposers(member, round, form.number(), prize, form.why())
                        .hasElements()
                        .map(any -> any ? List.of() : List.of("proposal"))
                : prizes.to(member, round, named(member, round, id, form, prize), form.told())
                        .thenReturn(List.of());
    }

    private Award named(StaffMember member, Round round, UUID id, PrizeForm form, Prize prize) {
        return new Award(
                round.community(),
                id,
                round.id(),
                form.number(),
                prize,
                form.named(),
                form.why(),
                member.name(),
                clock.instant());
    }
}
