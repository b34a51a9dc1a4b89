package org.linli.polls.web;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.rounds.HoldRound;
import org.linli.polls.rounds.Round;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the page of a round does, for programs: the same fields by name, checked and done by the same rules.
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

    private final ActOnRound acts;
    private final HoldRound hold;
    private final Clock clock;

    RoundCalls(ActOnRound acts, HoldRound hold, Clock clock) {
        this.acts = acts;
        this.hold = hold;
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

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    static @Nullable Integer number(@Nullable String said) {
        return said != null && said.matches("\\d{1,6}") ? Integer.valueOf(said) : null;
    }
}
