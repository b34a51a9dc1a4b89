package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.GivePrizes;
import org.linli.polls.prizes.Prize;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.HoldRound;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the pages of a round do, for programs: the same fields by name, checked and done by the same rules.
@Component
@NamedInterface("calls")
public class RoundCalls {

    /// On the page of a round.
    public static final Set<String> ACTS = Set.of(
            "feasible",
            "infeasible",
            "hand-over",
            "tell",
            "finish",
            "decide",
            "remind",
            "end",
            "merge",
            "split",
            "undo",
            "age-seen",
            "age-refused");

    /// On that of a project; pictures are put there by people.
    public static final Set<String> WORKS = Set.of("money", "milestone", "reached");

    private final ActOnRound acts;
    private final ActOnWorks works;
    private final FindProposals proposals;
    private final HoldRound hold;
    private final GivePrizes prizes;
    private final Clock clock;

    RoundCalls(
            ActOnRound acts,
            ActOnWorks works,
            FindProposals proposals,
            HoldRound hold,
            GivePrizes prizes,
            Clock clock) {
        this.acts = acts;
        this.works = works;
        this.proposals = proposals;
        this.hold = hold;
        this.prizes = prizes;
        this.clock = clock;
    }

    /// Never empty: the fields that are wrong, each with why; without any it was declared. Under the same id again
    /// nothing is.
    public Mono<Map<String, String>> open(StaffMember member, CommunityMap map, UUID id, Map<String, String> said) {
        var read = new ReadRound(form(id, said), fine(said), map, clock.instant());
        var troubles = read.troubles();
        return troubles.isEmpty() ? hold.open(member, read.declared()).thenReturn(Map.of()) : Mono.just(troubles);
    }

    private static RoundForm form(UUID id, Map<String, String> said) {
        return new RoundForm(
                id.toString(),
                said.get("title"),
                said.get("place"),
                said.get("budget"),
                said.get("kind"),
                said.get("most"),
                ticked(said, "knapsack"),
                said.get("voice"),
                said.get("age"),
                said.get("rule"),
                said.get("completion"),
                said.get("seed"),
                said.get("supporters"),
                said.get("street"),
                said.get("unit"),
                said.get("announce"),
                said.get("collect"),
                said.get("review"),
                said.get("vote"),
                said.get("object"),
                said.get("level"));
    }

    private static FineForm fine(Map<String, String> said) {
        return new FineForm(
                said.get("utility"),
                said.get("start"),
                ticked(said, "exhaustive"),
                ticked(said, "comparison"),
                said.get("increment"),
                said.get("threshold"),
                said.get("seats"),
                said.get("ties"));
    }

    private static @Nullable String ticked(Map<String, String> said, String field) {
        return "true".equals(said.get(field)) ? "on" : null;
    }

    /// Never empty: the one field that is wrong, with why; the field is empty where it is too late, or somebody else
    /// was quicker. Without any it was done.
    ///
    /// @param act one of [#ACTS]
    public Mono<Map<String, String>> act(StaffMember member, Round round, String act, Map<String, String> said) {
        return acts.act(member, round, act, form(said))
                .map(wrong -> Map.of(wrong.field(), last(wrong.why())))
                .defaultIfEmpty(Map.of());
    }

    private static RoundAct form(Map<String, String> said) {
        return new RoundAct(
                said.get("of"),
                said.get("title"),
                said.get("cost"),
                said.get("words"),
                said.get("unit"),
                said.get("verdict"),
                said.get("item"),
                said.get("sources"),
                said.get("titles"),
                said.get("resident"),
                said.get("born"));
    }

    /// Empty where no such project is under way; otherwise the fields that are wrong, and without any it was done.
    ///
    /// @param act one of [#WORKS]
    public Mono<List<String>> works(StaffMember member, Round round, String act, Map<String, String> said) {
        var form = new WorksForm(
                number(said.get("of")),
                said.get("source"),
                said.get("yuan"),
                said.get("payer"),
                said.get("receipt"),
                said.get("title"),
                said.get("due"),
                number(said.get("number")),
                null);
        return proposals
                .one(round.community(), round.id(), form.proposal())
                .filter(Proposal::isUnderWay)
                .flatMap(_ -> works.act(member, round, act, form));
    }

    /// Empty where the round gives no prizes yet or any more; otherwise the fields that are wrong, and without any it
    /// was given.
    public Mono<List<String>> prize(StaffMember member, Round round, UUID id, Map<String, String> said) {
        var form = new PrizeForm(
                id.toString(),
                said.get("prize"),
                number(said.get("proposal")),
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
                : prizes.to(round, named(member, round, id, form, prize), form.told())
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

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static @Nullable Integer number(@Nullable String said) {
        return said != null && said.matches("\\d{1,6}") ? Integer.valueOf(said) : null;
    }
}
